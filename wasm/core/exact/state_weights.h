#pragma once

#include <array>
#include <span>

#include "core/base/parameters.h"
#include "core/exact/shared_logits.h"

namespace acp {

/// Over which states a policy gradient is taken.
enum class Weighting { discounted, undiscounted, behaviour, emphatic };
inline constexpr std::array kWeightings{Weighting::discounted, Weighting::undiscounted,
                                        Weighting::behaviour, Weighting::emphatic};
std::span<const Option> weighting_options();

/// w(s) in sum_s w(s) sum_a pi(a|s) Q_pi(s, a); `mu` has collected the states.
Eigen::VectorXd state_weights(const FiniteMdp& mdp, const TabularPolicy& pi,
                              const TabularPolicy& mu, Weighting weighting);

/// sum_s d_mu(s) V_pi(s) over sum_s d_mu(s): the excursion objective, of which the emphatic
/// gradient is the gradient.
double excursion_return(const FiniteMdp& mdp, const TabularPolicy& pi, const TabularPolicy& mu);

/// The natural gradient in the logits for such weights w: in each row, the mean of A_pi over the
/// states that share it; 0 in rows that no state with a weight has.
Eigen::MatrixXd natural_gradient(const SharedLogits& shared, const Eigen::VectorXd& weights,
                                 const TabularValues& values);

}  // namespace acp
