// acp: the playground's core on the command line, over the same Session as the page.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <new>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/probe.h"
#include "cli/report.h"
#include "cli/signals.h"
#include "cli/sweep.h"
#include "cli/tasks.h"
#include "cli/verify.h"
#include "core/base/version.h"
#include "core/env/formula.h"
#include "core/env/written_reward.h"
#include "core/nn/kernels.h"

namespace {

constexpr int kNotReproduced = 1, kBadArguments = 2;

struct Command {
  const char* name;
  const char* help;
  const char* details;
  void (*run)(acp::cli::Arguments&);
};

constexpr Command kCommands[] = {
    {"bootstrap", "Print bias and variance of returns that bootstrap, one JSON row per length.",
     "process=NAME:PARAMETERS [error=NUMBER] [n=NUMBERS] [lambda=NUMBERS]\n"
     "For example: process=random_walk:length=19 error=0.5 n=1,2,4 lambda=0.9\n"
     "The value function that is trusted is 1 - error times the right one. Or on a run with a\n"
     "learned V: checkpoint=FILE [states=N] [rollouts=N] [longest=N] [seed=N].\n"
     "`acp catalog` lists under \"bootstrap\" what there is.",
     acp::cli::bootstrap},
    {"catalog", "Print presets, environments, algorithms and all parameters as JSON.", "",
     acp::cli::print_catalog},
    {"digest", "Train and print a 64-bit digest of all parameters.",
     "preset=ID seed=N steps=N [any parameter=value]\n"
     "The same configuration gives the same digest in every build and every browser.",
     acp::cli::print_digest},
    {"env", "Step an environment from a given state.",
     "id=ID state=NUMBERS actions=FILE [ID.parameter=value]\n"
     "FILE has one action per line, its components separated by spaces. Prints one JSON object\n"
     "per step. A time limit only marks its step as truncated; past a terminated one an action is\n"
     "refused.",
     acp::cli::step_environment},
    {"evaluate", "Evaluate the policy of a checkpoint.",
     "checkpoint=FILE [states=FILE] [stochastic=true]\n"
     "Takes the most likely actions, or with stochastic=true draws them from the policy, if it is\n"
     "a random one.\n"
     "FILE of states has one start state per line; without it the environment's own evaluation\n"
     "states are used. Prints one JSON object per state, then one with the mean.",
     acp::cli::evaluate},
    {"lab", "Estimate a policy gradient many times, and print what the estimates say as JSON.",
     "policy=NAME:PARAMETERS objective=NAME:PARAMETERS [alpha=NUMBER] [estimator=NAME]\n"
     "[baseline=NAME] [samples=N] [repeats=N] [seed=N]\n"
     "For example: policy=gaussian:mu=0.3,log_sigma=-0.7 objective=quadratic:a=-1,b=0.5,c=2\n"
     "estimator=score_function baseline=none samples=1 repeats=100000 seed=1\n"
     "Or on a moment of a run: checkpoint=FILE [objective=critic|oracle] [states=replay|grid]\n"
     "[batch=N] [state=INDEX] [space=head|theta], and the estimator as above.\n"
     "`acp catalog` lists under \"lab\" what there is. Vectors are joined by semicolons.",
     acp::cli::measure_gradient},
    {"surrogate", "Print the return and its surrogate along a direction, one JSON row per step.",
     "process=NAME:PARAMETERS [theta=NUMBERS] [behaviour=NUMBERS] [direction=NAME]\n"
     "[weighting=NAME] [drawn=NUMBERS] [etas=NUMBERS]\n"
     "For example: process=gridworld:map=s.p-..g,gamma=0.9 direction=natural etas=0,0.5,1\n"
     "theta are the logits of the policy, row by row, behaviour those of the one that acts; "
     "without\n"
     "it they are the same. Or on a run with finitely many states: checkpoint=FILE [gamma=NUMBER]\n"
     "[temperature=NUMBER], and the rest as above. With episodes=N [seed=N] the rows are "
     "estimates\n"
     "from as many. process=simplex:PARAMETERS is a bandit with three arms, whose policies and\n"
     "paths are printed as one object. `acp catalog` lists under \"surrogate\" what there is.",
     acp::cli::search_line},
    {"trace", "Print what one update computes, line by line, as JSON.",
     "preset=ID [steps=N] [sample=K] [any parameter=value], or checkpoint=FILE [steps=N] "
     "[sample=K]\n"
     "The last update of environment step N, or of the first one after it that learns; without\n"
     "steps, of the next one. sample=K, from 0, keeps one transition of the batch.\n"
     "docs/trace.md follows one update by hand; `acp catalog` has the lines and what is in them.",
     acp::cli::print_trace},
    {"weights", "Print the policy of a checkpoint as JSON or ONNX.",
     "checkpoint=FILE [format=json|onnx]\n"
     "docs/policy-weights.md describes both. Checkpoints saved by the page will do.",
     acp::cli::print_weights}};

void expect_known_command(const CLI::App& app, const std::string& word) {
  if (word.starts_with('-')) return;
  std::string names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    if (command->get_name() == word) return;
    names += " " + command->get_name();
  }
  throw CLI::ExtrasError("acp", {word + " (valid commands are" + names + ")"});
}

void expect_written() {
  if (std::cout.flush()) return;
  throw std::runtime_error(std::string("standard output could not be written: ") +
                           std::strerror(errno));
}

bool probe() {
  const bool accepted = acp_probe(std::cin, std::cout);
  if (std::ferror(stdin) == 0) return accepted;
  throw std::runtime_error(std::string("standard input could not be read: ") +
                           std::strerror(errno));
}

/// Whether an error is about a preset or an environment that is not there.
bool asks_for_task(std::string_view error) {
  const auto refuses = [&](const char* key) { return error.find(key) != error.npos; };
  return refuses("preset: \"") || refuses("environment: \"") || refuses("id: \"");
}

/// Says which kernels were chosen, and so refuses an ACP_SIMD that names none before anything else.
std::string version() {
  const char* chosen = acp::kernels::chosen().vectors;
  std::string text = std::string(acp::build_version()) + "\nvectors: " + chosen;
  const auto all = acp::kernels::sets();
  if (all.size() == 1) return text;
  for (const auto* set : all) {
    text += std::string(set == all.front() ? " (of " : ", ") + set->vectors;
  }
  return text + ")";
}

int run(int argc, char** argv) {
  CLI::App app("Actor-Critic Playground: train, evaluate and check on the command line.", "acp");
  app.require_subcommand(1);
  app.set_version_flag("--version", version());
  app.footer("Everything but options is key=value; `acp catalog` lists the parameters.");
  std::vector<std::string> words;
  acp::cli::TrainOptions options;
  const auto add = [&](const char* name, const char* help, const char* details) {
    CLI::App* command = app.add_subcommand(name, help);
    command->add_option("key=value", words, details);
    return command;
  };
  for (const auto& command : kCommands) add(command.name, command.help, command.details);
  CLI::App* train = add(
      "train", "Train, and print a JSON row per episode and per evaluation.",
      "preset=ID [seed=N] [steps=N] [checkpoint=FILE] [checkpoint_seconds=N]\n"
      "[any parameter=value], or resume=FILE [steps=N] [checkpoint=FILE] [live parameter=value]\n"
      "steps defaults to 10000; checkpoint=FILE writes one at the end, or where Ctrl-C ends it,\n"
      "and every so many seconds. resume=FILE goes on from one, to the same numbers as if it had\n"
      "never ended.\n"
      "Files have their names once they are whole.");
  train->add_option("--out", options.out, "Write the rows to this file, not to standard output.");
  train->add_flag("--force", options.force, "Overwrite a checkpoint or rows that are there.");
  acp::cli::SweepOptions sweeping;
  CLI::App* sweep = add(
      "sweep", "Train many runs: every combination of values, as far as they are not there yet.",
      "[plan|run|status|collect] key=values ...\n"
      "For example: preset=pendulum-sac seeds=1..20 sac.tau=0.005,0.01 --out DIR\n"
      "plan writes what is to be run to DIR, run does it, status counts, collect writes all rows\n"
      "to DIR/results.jsonl; without one of these words, all of it. Whatever ends it, starting\n"
      "it again goes on from there, to the same bytes.");
  sweep->add_option("--out", sweeping.folder, "The folder of plan and results.");
  sweep->add_option("--jobs", sweeping.jobs, "Runs at a time.")->check(CLI::Range(1, 250));
  CLI::Option* task = sweep->add_option("--task", sweeping.task, "Which part of the runs, from 0.");
  task->check(CLI::Range(0, 999'999));
  sweep->add_option("--of", sweeping.tasks, "Into how many parts the runs are dealt.")
      ->check(CLI::Range(1, 1'000'000));
  sweep->add_option("--checkpoint-seconds", sweeping.seconds, "How often a run is kept.")
      ->check(CLI::Range(1, 1'000'000));
  sweep->add_flag("--dry-run", sweeping.dry, "Print the plan, and write nothing.");
  sweep->add_flag("--missing", sweeping.missing, "Of the status: which tasks have work left.");
  sweep->add_flag("--json", sweeping.json, "The status for programs.");
  sweep->add_flag("--force", sweeping.force, "Replace the plan that is there.");
  CLI::Option* slurm = sweep->add_flag(
      "--slurm", sweeping.slurm, "Do not run: write DIR/slurm/array.sh, a job for each part.");
  slurm->excludes(task);
  sweep->add_flag("--submit", sweeping.submit, "Give it to sbatch.")->needs(slurm);
  sweep->add_option("--minutes", sweeping.minutes, "The time limit of its jobs.")
      ->needs(slurm)
      ->check(CLI::Range(1, 1'000'000));
  acp::cli::ReportOptions reporting;
  CLI::App* report = app.add_subcommand("report", "Say what the runs of a sweep come to together.");
  report->footer(
      "Interquartile means over the seeds with intervals, the worst and the best, each arm "
      "against\n"
      "the first; csv has every evaluation, svg the curves, html all of it as a page.");
  report->add_option("DIR", reporting.folder, "The folder of the sweep.")->required();
  report->add_option("--format", reporting.format, "markdown, csv, html, json or svg.")
      ->check(CLI::IsMember({"markdown", "csv", "html", "json", "svg"}));
  report->add_option("--threshold", reporting.threshold, "A mean return: when was it reached?");
  report->add_flag("--mixed", reporting.mixed, "Take results of several versions together.");
  acp::cli::VerifyOptions verifying;
  CLI::App* verify = app.add_subcommand("verify", "Run again what was handed in, and compare.");
  verify->footer(
      "A row for each file: whether it was reproduced, else which field claims what and what it\n"
      "comes to (docs/hand-in.md). The exit code is 0 if all files were reproduced, else 1.");
  verify->add_option("FILE", verifying.files, "What was handed in.")->required();
  verify->add_option("--format", verifying.format, "markdown, csv or json.")
      ->check(CLI::IsMember({"markdown", "csv", "json"}));
  verify->add_option("--jobs", verifying.jobs, "Files at a time.")->check(CLI::Range(1, 250));
  verify->add_option("--most-steps", verifying.most_steps, "Environment steps that a run may have.")
      ->check(CLI::Range(1, 1'000'000'000));
  app.add_subcommand("probe", "Check numbers with cases of your own.")
      ->footer(
          "Reads one JSON object per line from standard input and prints one per line, computed "
          "in\n"
          "double precision.");
  try {
    expect_known_command(app, argc > 1 ? argv[1] : "-");
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kBadArguments;
  }
  acp::cli::add_tasks();
  if (app.got_subcommand("probe")) return probe() ? 0 : kBadArguments;
  if (app.got_subcommand(sweep)) {
    acp::cli::sweep(words, sweeping);
    return 0;
  }
  if (app.got_subcommand(report)) {
    acp::cli::report(reporting);
    return 0;
  }
  if (app.got_subcommand(verify)) return acp::cli::verify(verifying) ? 0 : kNotReproduced;
  acp::cli::Arguments arguments(words);
  if (app.got_subcommand(train)) acp::cli::train(arguments, options);
  for (const auto& command : kCommands) {
    if (app.got_subcommand(command.name)) command.run(arguments);
  }
  return 0;
}

}  // namespace

const acp::RewardLanguage* acp::reward_language() { return &formula_rewards(); }

int main(int argc, char** argv) {
  acp::cli::reserve_standard_streams();
  acp::cli::handle_signals();
  acp::add_environment(acp::formula_entry());
  try {
    const int code = run(argc, argv);
    expect_written();
    return code;
  } catch (const acp::cli::Interrupted& error) {
    std::cerr << "acp: " << error.what() << '\n';
    return error.exit_code();
  } catch (const std::bad_alloc&) {
    std::cerr << "acp: the machine has not enough memory for this\n";
    return 1;
  } catch (const std::invalid_argument& error) {
    std::cerr << error.what() << '\n';
    if (asks_for_task(error.what())) std::cerr << acp::cli::more_tasks();
    return kBadArguments;
  } catch (const std::exception& error) {
    std::cerr << "acp: " << error.what() << '\n';
    return 1;
  }
}
