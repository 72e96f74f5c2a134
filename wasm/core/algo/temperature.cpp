#include "core/algo/temperature.h"

#include "core/algo/settings.h"

namespace acp {

void visit_temperature(ParameterVisitor& v, bool& tuned, double& temperature,
                       double& learning_rate) {
  v.boolean({.name = "tune_temperature",
             .title = "tune temperature",
             .group = kEntropyGroup,
             .help = "Learn the temperature so that the entropy meets its target."},
            tuned);
  v.number({.name = "temperature",
            .title = "temperature",
            .symbol = "\\alpha",
            .group = kEntropyGroup,
            .help = "Weight of the entropy; the initial value where it is tuned.",
            .live = true},
           temperature, {0, 10});
  v.number({.name = "temperature_learning_rate",
            .title = "temperature learning rate",
            .symbol = "\\eta_\\alpha",
            .group = kEntropyGroup,
            .help = "Adam step size.",
            .live = true,
            .when = kWhenTuned},
           learning_rate, kLearningRates);
}

Complaint check_temperature(bool tuned, double temperature, const std::string& owner) {
  if (!tuned || temperature > 0) return {};
  return owner + ".temperature: 0 cannot be tuned; use a positive value, or " + owner +
         ".tune_temperature=false";
}

}  // namespace acp
