#pragma once

#include "cli/fields.h"

/// The operations of `acp probe`: each reads its fields and answers with what the functions that
/// training calls make of them.
namespace acp::cli {

/// {mu, log_sigma, eps} -> {u, a, log_prob} of a tanh-Gaussian.
Json probe_log_prob(Fields& fields);

/// {mu, log_sigma, eps, alpha, q, c} -> loss alpha log pi - (q a^2 + c a), and its gradient by
/// both estimators without baseline.
Json probe_actor_loss_gradient(Fields& fields);

/// {gamma, alpha, rows} -> rows of targets, continuous or discrete; with q1, double Q-learning's.
Json probe_bellman_targets(Fields& fields);

/// {gamma, r, v, vnext, term, trunc, n | lambda} -> n-step returns, or generalised advantages.
Json probe_returns(Fields& fields);

/// {p, gradients, lr, beta1, beta2, eps} -> p after each step.
Json probe_adam(Fields& fields);

/// {target, source, tau, updates} -> target.
Json probe_polyak(Fields& fields);

/// {policy, objective, alpha | target_entropy, updates, seed} -> where the actor and temperature
/// updates lead on a fixed objective.
Json probe_converge(Fields& fields);

/// {A, B, Q, R, gamma, K, sigma, W, S0} -> {P, c, J, dJ_dK, dJ_dlogsigma, P_opt, K_opt} of a linear
/// system with quadratic cost.
Json probe_lqr(Fields& fields);

/// {P, R, gamma, rho, theta, theta_mu, alpha} -> values, occupancy and gradients of softmax
/// policies of a finite decision process.
Json probe_tabular(Fields& fields);

/// {P, R, gamma, rho, theta, etas} -> rows of eta, j, surrogate, bound, total_variation along the
/// gradient of the return at theta, divided by its length.
Json probe_surrogate(Fields& fields);

/// {n, step_size, states, episodes, runs, seed} -> {rms, standard_error} of TD(n) on a random walk.
Json probe_random_walk(Fields& fields);

/// {scores, other?, thresholds?, resamples?, seed?} -> {iqm, mean, median, iqm_interval,
/// probability_of_improvement?, interval?, profile?}; `scores` of one task, or of each of several.
Json probe_aggregate(Fields& fields);

/// {law, location, n, repeats, resamples?, seed?} -> {coverage, standard_error} of the interval of
/// a location.
Json probe_coverage(Fields& fields);

/// {policy, objective, estimator, baseline?, samples?, repeats, seed?} -> {parameters, mean,
/// variance, exact} of estimates of the gradient.
Json probe_estimator(Fields& fields);

}  // namespace acp::cli
