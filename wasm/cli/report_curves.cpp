#include "cli/report_curves.h"

#include <algorithm>
#include <cmath>
#include <iostream>

#include "core/base/archive.h"
#include "core/base/json.h"
#include "core/scores/interval.h"

namespace acp::cli {
namespace {

constexpr double kWidth = 720, kHeight = 400, kLeft = 72, kRight = 28, kTop = 16, kBottom = 56;
constexpr double kLine = 18;
constexpr int kMostTicks = 20;
constexpr const char* kDashes[] = {"none", "8 4", "2 3", "8 3 2 3", "14 4"};
/// Okabe and Ito: told apart by colour-blind readers too.
constexpr const char* kColours[] = {"#0072b2", "#d55e00", "#009e73",     "#cc79a7",
                                    "#e69f00", "#56b4e9", "currentColor"};

struct Point {
  double steps, low, middle, high;
};

/// Where all seeds were evaluated.
std::vector<Point> curve_of(const Arm& arm) {
  std::size_t length = arm.seeds.front().evaluations.size();
  for (const auto& seed : arm.seeds) length = std::min(length, seed.evaluations.size());
  std::vector<Point> curve;
  for (std::size_t i = 0; i < length; ++i) {
    std::vector<double> at;
    for (const auto& seed : arm.seeds) at.push_back(seed.evaluations[i].mean_return);
    const Scores scores(at);
    const auto [low, high] = location_interval(scores, Location::interquartile_mean, {});
    curve.push_back({arm.seeds.front().evaluations[i].steps, low,
                     scores.location(Location::interquartile_mean), high});
  }
  return curve;
}

struct Range {
  double low = INFINITY, high = -INFINITY;

  void add(double x) {
    low = std::min(low, x);
    high = std::max(high, x);
  }
};

/// 1, 2 or 5 times a power of ten, so that a range has about `count` such steps.
double tick_step(const Range& range, double count) {
  const double rough = (range.high - range.low) / count;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0}) {
    if (times * power >= rough) return times * power;
  }
  return 10 * power;
}

/// Multiples of `step` in a range, as the decimal numbers that they are meant to be.
std::vector<double> ticks(const Range& range, double step) {
  const double digits = std::max(0.0, std::ceil(-std::log10(step)));
  const double scale = std::pow(10, digits);
  const double first = std::ceil(range.low / step);
  std::vector<double> ticks;
  for (int i = 0; i < kMostTicks && (first + i) * step <= range.high; ++i) {
    ticks.push_back(std::round((first + i) * step * scale) / scale + 0.0);
  }
  return ticks;
}

/// "seeds 1 to 20", or how many there are, and what became of them.
std::string seeds_text(const Arm& arm) {
  const int first = arm.seeds.front().seed, last = arm.seeds.back().seed;
  const auto count = static_cast<int>(arm.seeds.size());
  std::string text = std::to_string(count) + " seeds";
  if (count == 1) {
    text = "seed " + std::to_string(first);
  } else if (last - first + 1 == count) {
    text = "seeds " + std::to_string(first) + " to " + std::to_string(last);
  }
  const auto stopped = std::count_if(arm.seeds.begin(), arm.seeds.end(),
                                     [](const SeedResult& seed) { return !seed.status.empty(); });
  if (stopped > 0) text += ", " + std::to_string(stopped) + " stopped early";
  if (arm.unscored > 0) text += ", " + std::to_string(arm.unscored) + " before any evaluation";
  return text;
}

class Picture {
 public:
  explicit Picture(const SweepResults& results) : results_(results) {
    for (const Arm& arm : results.arms) {
      for (const auto& seed : arm.seeds) {
        for (const auto& [steps, mean_return] : seed.evaluations) {
          x_.add(steps);
          y_.add(mean_return);
        }
      }
    }
    x_.add(0);
    if (y_.low == y_.high) y_.add(y_.low + 1);
  }

  void print(Background background) const {
    const double height = kHeight + kLine * static_cast<double>(results_.arms.size() + 1);
    std::cout << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " << kWidth << ' '
              << height << "\" font-family=\"system-ui, sans-serif\" font-size=\"13\" "
              << "fill=\"currentColor\" role=\"img\">\n<title>Learning curves</title>\n";
    if (background == Background::white) {
      std::cout << "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
    }
    axes();
    for (std::size_t i = 0; i < results_.arms.size(); ++i) arm(i);
    for (std::size_t i = 0; i < results_.arms.size(); ++i) legend(i);
    text(kLeft, kHeight + kLine * static_cast<double>(results_.arms.size()) + 4,
         "Interquartile mean with its 95 % bootstrap band, as long as all seeds go on; each seed "
         "faint.",
         "start");
    std::cout << "</svg>\n";
  }

 private:
  static const char* colour(std::size_t i) { return kColours[i % std::size(kColours)]; }
  static std::string stroke_of(std::size_t i) {
    return std::string("stroke=\"") + colour(i) + "\" stroke-dasharray=\"" +
           kDashes[i % std::size(kDashes)] + "\"";
  }
  static std::string coordinate(double x) { return number_text(std::round(10 * x) / 10); }
  double across(double steps) const {
    return kLeft + (kWidth - kLeft - kRight) * (steps - x_.low) / (x_.high - x_.low);
  }
  double up(double y) const {
    return kHeight - kBottom - (kHeight - kTop - kBottom) * (y - y_.low) / (y_.high - y_.low);
  }
  std::string at(double steps, double y) const {
    return coordinate(across(steps)) + "," + coordinate(up(y)) + " ";
  }
  static void text(double x, double y, const std::string& words, const char* anchor) {
    std::cout << "<text x=\"" << coordinate(x) << "\" y=\"" << coordinate(y) << "\" text-anchor=\""
              << anchor << "\">" << escaped(words) << "</text>\n";
  }
  static void line(double x1, double y1, double x2, double y2) {
    std::cout << "<path d=\"M" << coordinate(x1) << ' ' << coordinate(y1) << 'L' << coordinate(x2)
              << ' ' << coordinate(y2) << "\" stroke=\"currentColor\" stroke-opacity=\"0.15\"/>\n";
  }

  void axes() const {
    const double dx = tick_step(x_, 6), dy = tick_step(y_, 5);
    for (const double x : ticks(x_, dx)) {
      line(across(x), kTop, across(x), kHeight - kBottom);
      text(across(x), kHeight - kBottom + kLine, number_text(x), "middle");
    }
    for (const double y : ticks(y_, dy)) {
      line(kLeft, up(y), kWidth - kRight, up(y));
      text(kLeft - 6, up(y) + 4, number_text(y), "end");
    }
    text((kLeft + kWidth - kRight) / 2, kHeight - 18, "environment steps", "middle");
    std::cout << "<text transform=\"translate(16 " << (kHeight - kBottom + kTop) / 2
              << ") rotate(-90)\" text-anchor=\"middle\">mean return</text>\n";
  }

  void arm(std::size_t i) const {
    const Arm& arm = results_.arms[i];
    const std::string stroke = stroke_of(i);
    for (const auto& seed : arm.seeds) {
      std::cout << "<polyline fill=\"none\" stroke-opacity=\"0.2\" " << stroke << " points=\"";
      for (const auto& [steps, mean_return] : seed.evaluations) std::cout << at(steps, mean_return);
      std::cout << "\"/>\n";
    }
    const auto curve = curve_of(arm);
    std::cout << "<polygon stroke=\"none\" fill-opacity=\"0.2\" fill=\"" << colour(i)
              << "\" points=\"";
    for (const Point& point : curve) std::cout << at(point.steps, point.low);
    for (auto point = curve.rbegin(); point != curve.rend(); ++point) {
      std::cout << at(point->steps, point->high);
    }
    std::cout << "\"/>\n<polyline fill=\"none\" stroke-width=\"2\" " << stroke << " points=\"";
    for (const Point& point : curve) std::cout << at(point.steps, point.middle);
    std::cout << "\"/>\n";
  }

  void legend(std::size_t i) const {
    const double y = kHeight + kLine * static_cast<double>(i);
    const Arm& arm = results_.arms[i];
    std::cout << "<path d=\"M" << kLeft << ' ' << y - 4 << "h40\" stroke-width=\"3\" "
              << stroke_of(i) << "/>\n";
    text(kLeft + 48, y, arm.name + ", " + seeds_text(arm), "start");
  }

  const SweepResults& results_;
  Range x_, y_;
};

}  // namespace

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (is_control(c)) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

void print_curves(const SweepResults& results, Background background) {
  Picture(results).print(background);
}

}  // namespace acp::cli
