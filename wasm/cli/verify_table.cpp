#include "cli/verify_table.h"

#include <iostream>

#include "cli/fields.h"
#include "core/base/json.h"
#include "core/base/version.h"

namespace acp::cli {
namespace {

/// What a cell of a table may not hold: a spreadsheet would compute, Markdown end the row.
std::string csv_cell(const std::string& text) {
  const bool computes =
      !text.empty() && std::string_view("=+-@\t").find(text[0]) != std::string::npos;
  std::string out = computes ? "\"'" : "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string markdown_cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("|\\`*_<[").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

/// All that is to be said of a file, in sentences.
std::string findings(const Json& verdict) {
  std::string text;
  const auto say = [&](const std::string& what) { text += (text.empty() ? "" : "; ") + what; };
  for (const auto& each : verdict["mismatches"]) {
    say(each["field"].get<std::string>() + ": claims " + each["claimed"].get<std::string>() +
        ", comes to " + each["comes_to"].get<std::string>());
  }
  for (const auto& each : verdict["errors"]) say(each.get<std::string>());
  const auto build = verdict["build"].get<std::string>();
  if (!text.empty() && !build.empty() && build != build_version()) {
    say("made by version " + build + ", this is " + build_version());
  }
  return text;
}

std::string answers(const Json& verdict) {
  std::string text;
  for (const auto& each : verdict["answers"]) {
    text += (text.empty() ? "" : "\n") + each["question"].get<std::string>() + " " +
            each["answer"].get<std::string>();
    const auto measured = each["measured"].get<std::string>();
    if (!measured.empty()) text += " (" + measured + ")";
  }
  return text;
}

using Cell = std::string (*)(const std::string&);

void print_row(const Json& verdict, Cell cell, const char* by, const std::string& more) {
  std::cout << cell(verdict["file"]) << by << cell(verdict["name"]) << by << cell(verdict["lesson"])
            << by << verdict["runs"].dump() << by
            << (verdict["reproduced"].get<bool>() ? "yes" : "no") << by << cell(findings(verdict))
            << more;
}

}  // namespace

std::string verdict_text(const Verdict& verdict) {
  const HandIn& of = verdict.hand_in;
  std::size_t runs = 0;
  for (const auto& experiment : of.experiments) runs += experiment.runs.size();
  JsonWriter json;
  json.begin_object().member("file", verdict.file).member("name", of.name);
  json.member("lesson", of.lesson).member("build", of.build);
  json.member("runs", static_cast<double>(runs)).member("reproduced", verdict.reproduced());
  json.key("mismatches").begin_array();
  for (const auto& [field, claimed, found] : verdict.mismatches) {
    json.begin_object().member("field", field).member("claimed", claimed);
    json.member("comes_to", found).end_object();
  }
  json.end_array().array("errors", of.errors).key("answers").begin_array();
  for (const auto& [question, answer, measured] : of.answers) {
    json.begin_object().member("question", question).member("answer", answer);
    json.member("measured", measured).end_object();
  }
  return json.end_array().end_object().take();
}

bool print_verdicts(const std::vector<std::string>& verdicts, const std::string& format) {
  if (format == "csv") {
    std::cout << "file,name,lesson,runs,reproduced,what differs,answers\r\n";
  } else if (format == "markdown") {
    std::cout << "| file | name | lesson | runs | reproduced | what differs |\n"
                 "|---|---|---|---|---|---|\n";
  }
  std::size_t reproduced = 0;
  for (const auto& text : verdicts) {
    const Json verdict = Json::parse(text);
    if (verdict["reproduced"].get<bool>()) ++reproduced;
    if (format == "json") {
      std::cout << text << '\n';
    } else if (format == "csv") {
      print_row(verdict, csv_cell, ",", "," + csv_cell(answers(verdict)) + "\r\n");
    } else {
      std::cout << "| ";
      print_row(verdict, markdown_cell, " | ", " |\n");
    }
  }
  if (format == "markdown") {
    std::cout << '\n' << reproduced << " of " << verdicts.size() << " files reproduced.\n";
  }
  return reproduced == verdicts.size();
}

}  // namespace acp::cli
