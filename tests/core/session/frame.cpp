#include "core/session/frame.h"

#include "support/frames.h"

namespace acp {
namespace {

TEST(FramePacker, PacksSectionsBehindATable) {
  FramePacker packer;
  for (int repeat = 0; repeat < 2; ++repeat) {  // a packer is used again and again
    const std::vector<float> status{1, 2, 3}, rows{1, 2, 3, 4, 5, 6};
    packer.begin(3);
    packer.section(FramePacker::kStatus, status, 3);
    packer.section(FramePacker::kEpisodes, rows, 2);
    packer.section(FramePacker::kEvaluations, {}, 6);
    auto sections = read_frame(packer.finish());
    ASSERT_EQ(sections.size(), 3u);
    EXPECT_EQ(sections[FramePacker::kStatus].rows, 1u);
    EXPECT_EQ(sections[FramePacker::kStatus].values, status);
    EXPECT_EQ(sections[FramePacker::kEpisodes].rows, 3u);
    EXPECT_EQ(sections[FramePacker::kEpisodes].columns, 2u);
    EXPECT_EQ(sections[FramePacker::kEpisodes].values, rows);
    EXPECT_EQ(sections[FramePacker::kEvaluations].rows, 0u);
    EXPECT_EQ(sections[FramePacker::kEvaluations].columns, 6u);
  }
}

}  // namespace
}  // namespace acp
