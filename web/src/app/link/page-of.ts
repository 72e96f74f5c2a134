/** The pages besides the playground. A hash with the name of one as a key opens it. */
export const OTHER_PAGES = ['builder', 'bootstrap', 'lab', 'surrogate', 'lesson', 'start'] as const;

export type PageId = 'playground' | (typeof OTHER_PAGES)[number];

/** The page that a hash is about. */
export function pageOf(hash: string): PageId {
  return OTHER_PAGES.find((page) => new RegExp(`[#&]${page}=`).test(hash)) ?? 'playground';
}
