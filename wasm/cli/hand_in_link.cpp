#include "cli/hand_in_link.h"

#include <algorithm>
#include <map>
#include <set>

#include "cli/arguments.h"
#include "core/algo/algorithm.h"
#include "core/env/environment.h"
#include "core/session/config.h"

namespace acp::cli {
namespace {

/// What the settings of a run are about, which decides what further ones there are.
constexpr std::string_view kTask[] = {"preset", "environment", "algorithm"};
/// What a link says beside settings.
constexpr std::string_view kAside[] = {"v", "runs", "seeds", "at", "digest"};

using Pairs = std::map<std::string, std::string, std::less<>>;

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(at);
    parts.emplace_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '%' && i + 2 < text.size();
    const int high = pair ? digit(text[i + 1]) : -1, low = pair ? digit(text[i + 2]) : -1;
    if (high < 0 || low < 0) {
      plain += text[i];
    } else {
      plain += static_cast<char>(16 * high + low);
      i += 2;
    }
  }
  return plain;
}

Pairs pairs_of(const std::string& text) {
  Pairs pairs;
  for (const auto& part : split(text, '&')) {
    const auto equals = std::min(part.find('='), part.size());
    if (part.empty()) continue;
    pairs.emplace(part.substr(0, equals),
                  decoded(std::string_view(part).substr(std::min(equals + 1, part.size()))));
  }
  return pairs;
}

Pairs said_by(const ClaimedExperiment& experiment) {
  const auto hash = experiment.link.find('#');
  if (hash == std::string::npos) throw UsageError(experiment.field + ".link: has no #");
  return pairs_of(experiment.link.substr(hash + 1));
}

template <class Names>
bool among(const Names& names, std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::string config_of(const Pairs& pairs) {
  std::string text;
  for (const auto& [key, value] : pairs) text += key + "=" + value + "&";
  return text;
}

/// Takes what a link says into the settings of its runs.
class Settings {
 public:
  explicit Settings(const Pairs& said) {
    for (const auto& [name, value] : said) {
      if (among(kAside, name)) continue;
      const bool own = name.size() > 2 && name[1] == '.' && name[0] >= 'a' && name[0] <= 'd';
      if (own) {
        own_[name[0] - 'a'][name.substr(2)] = value;
      } else {
        shared_[name] = value;
      }
      unused_.insert(name);
    }
  }

  /// Throws `ConfigError`.
  RunConfig of(int run) {
    Pairs wishes = own_[run];
    wishes.insert(shared_.begin(), shared_.end());
    Pairs taken;
    for (const auto& [key, value] : wishes) {
      if (among(kTask, key)) take(run, taken, key, value);
    }
    const RunConfig task = RunConfig::parse(config_of(taken));
    const std::string environment = task.environment_entry().id;
    const std::string algorithm = task.algorithm_entry().id;
    for (const auto& [key, value] : wishes) {
      const std::string owner = key.substr(0, std::min(key.find('.'), key.size()));
      if (owner == key || owner == environment || owner == algorithm) take(run, taken, key, value);
    }
    return RunConfig::parse(config_of(taken));
  }

  /// Settings that no run was asked for.
  const std::set<std::string>& unused() const { return unused_; }

 private:
  void take(int run, Pairs& into, const std::string& key, const std::string& value) {
    into[key] = value;
    const bool own = own_[run].count(key) > 0;
    unused_.erase(own ? std::string{static_cast<char>('a' + run), '.'} + key : key);
  }

  Pairs shared_;
  Pairs own_[4];
  std::set<std::string> unused_;
};

/// The settings that differ, each by itself.
void compare_configs(const std::string& field, const RunConfig& claimed, const RunConfig& linked,
                     std::vector<Mismatch>& into) {
  const Pairs ours = pairs_of(claimed.print()), theirs = pairs_of(linked.print());
  Pairs all = ours;
  all.insert(theirs.begin(), theirs.end());
  const auto text = [](const Pairs& pairs, const std::string& key) {
    const auto found = pairs.find(key);
    return key + (found == pairs.end() ? " as by default" : "=" + found->second);
  };
  for (const auto& [key, value] : all) {
    const std::string ours_text = text(ours, key), theirs_text = text(theirs, key);
    if (ours_text != theirs_text) into.push_back({field, ours_text, theirs_text + " in the link"});
  }
}

}  // namespace

std::vector<Mismatch> compare_with_link(const ClaimedExperiment& experiment) {
  std::vector<Mismatch> mismatches;
  const Pairs said = said_by(experiment);
  Settings settings(said);
  const auto at = said.find("at");
  const auto stops = at == said.end() ? std::vector<std::string>{} : split(at->second, ',');
  for (std::size_t i = 0; i < experiment.runs.size(); ++i) {
    const ClaimedRun& run = experiment.runs[i];
    try {
      compare_configs(run.field + ".config", RunConfig::parse(run.config),
                      settings.of(static_cast<int>(i)), mismatches);
    } catch (const ConfigError& error) {
      throw UsageError(experiment.field + ".link: " + error.what());
    }
    if (stops.empty()) continue;
    const std::string& stop = stops[std::min(i, stops.size() - 1)];
    const std::string steps = std::to_string(run.steps);
    if (stop != steps) mismatches.push_back({run.field + ".steps", steps, stop + " in the link"});
  }
  if (!settings.unused().empty()) {
    throw UsageError(experiment.field + ".link: " + *settings.unused().begin() +
                     ": no run has this setting");
  }
  return mismatches;
}

std::vector<std::string> digests_of_link(const ClaimedExperiment& experiment) {
  const Pairs said = said_by(experiment);
  const auto found = said.find("digest");
  return found == said.end() ? std::vector<std::string>{} : split(found->second, ',');
}

}  // namespace acp::cli
