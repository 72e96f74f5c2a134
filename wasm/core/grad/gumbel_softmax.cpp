// Gumbel-softmax (Jang et al., 2017; Maddison et al., 2017): reparameterization for categories.
// With g_k = -log(-log u_k), c_k = f_k - alpha log p_k and a relaxation temperature T:
//
//     y_k    = softmax_k((log p + g) / T)
//     d/dz_k = y_k (c_k - sum_j y_j c_j) / T - alpha (y_k - p_k)
//
// the gradient of sum_k y_k c_k. Biased, since y is not one action: the bias falls and the variance
// grows as T falls.
#include "core/grad/gumbel_softmax.h"

#include "core/base/math.h"
#include "core/dist/categorical.h"

namespace acp {
namespace {

constexpr EstimatorOption kOptions[] = {
    {.name = "temperature",
     .training_name = "relaxation",
     .title = "relaxation temperature",
     .symbol = "T",
     .help = "Low: little bias, much variance. High: the reverse.",
     .initial = 0.5,
     .range = {0.05, 10, Scale::log}}};

class GumbelSoftmax final : public CategoricalEstimator {
 public:
  GumbelSoftmax(const EstimatorSettings& settings, int actions, int states)
      : samples_(settings.action_samples),
        inverse_temperature_(static_cast<Scalar>(1 / settings.own[0])),
        gumbel_(actions, samples_ * states),
        log_probabilities_(static_cast<std::size_t>(actions)),
        relaxed_(log_probabilities_.size()) {}

  void draw(Rng& rng) override {
    for (int j = 0; j < gumbel_.cols(); ++j) {
      for (int i = 0; i < gumbel_.rows(); ++i) {
        const double u = 1 - rng.uniform();  // (0, 1]
        gumbel_(i, j) = static_cast<Scalar>(-math::log(-math::log(u) + kSmallest));
      }
    }
  }

  void estimate(const Matrix& logits, const Matrix& values, double temperature,
                Matrix& gradient) override {
    const auto alpha = static_cast<Scalar>(temperature);
    const int actions = logits.rows(), states = logits.cols();
    const Scalar share = Scalar(1) / static_cast<Scalar>(samples_);
    const Scalar weight = inverse_temperature_ * share;
    gradient.set_zero();
    for (int j = 0; j < gumbel_.cols(); ++j) {
      const int b = j % states;
      log_softmax({logits.col(b), log_probabilities_.size()}, log_probabilities_);
      for (int i = 0; i < actions; ++i) {
        const Scalar perturbed = log_probabilities_[static_cast<std::size_t>(i)] + gumbel_(i, j);
        relaxed_[static_cast<std::size_t>(i)] = inverse_temperature_ * perturbed;
      }
      log_softmax(relaxed_, relaxed_);
      const auto objective = [&](int i) {
        return values(i, b) - alpha * log_probabilities_[static_cast<std::size_t>(i)];
      };
      Scalar mean = 0;
      for (int i = 0; i < actions; ++i) {
        Scalar& y = relaxed_[static_cast<std::size_t>(i)];
        y = math::exp(y);
        mean += y * objective(i);
      }
      trace_.column("relaxed", relaxed_);
      for (int i = 0; i < actions; ++i) {
        const Scalar y = relaxed_[static_cast<std::size_t>(i)];
        const Scalar p = math::exp(log_probabilities_[static_cast<std::size_t>(i)]);
        gradient(i, b) += weight * y * (objective(i) - mean) - share * alpha * (y - p);
      }
    }
  }

 private:
  static constexpr double kSmallest = 1e-300;  ///< keeps log finite at u = 1

  int samples_;
  Scalar inverse_temperature_;
  Matrix gumbel_;  ///< column k * states + b is the k-th sample in state b
  Buffer log_probabilities_;
  Buffer relaxed_;
};

}  // namespace

EstimatorEntry gumbel_softmax_entry() {
  return {.about = {"gumbel_softmax", "Gumbel-softmax",
                    "Pathwise through a relaxed sample: less variance, some bias."},
          .formula =
              "\\nabla_z\\textstyle\\sum_k y_k f_k,"
              "\\; y=\\mathrm{softmax}\\frac{\\log p+g}{T}",
          .unbiased = Unbiased::never,
          .options = kOptions,
          .cost =
              [](const EstimatorSettings&, int actions) {
                return EvaluationCost{actions, 0};
              },
          .make_categorical = [](const EstimatorSettings& settings, int actions,
                                 int states) -> std::unique_ptr<CategoricalEstimator> {
            return std::make_unique<GumbelSoftmax>(settings, actions, states);
          }};
}

}  // namespace acp
