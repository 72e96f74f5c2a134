/** What one entry of a course is about. */
export interface Item {
  title: string;
  /** of `embed.html` */
  hash: string;
}

export interface ItemPage extends Item {
  /** its file */
  page: string;
}

const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'";

/** The page that a platform opens. */
export function launchPage({ title, hash }: Item, script: string, frame: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(title)}</title>
  </head>
  <body>
    <script src="${script}" data-frame="${frame}" data-hash="${escaped(hash)}"
      data-title="${escaped(title)}"></script>
  </body>
</html>
`;
}

/** `imsmanifest.xml` of SCORM 1.2; `shared` are the files that every page needs. */
export function manifest(
  title: string,
  pages: readonly ItemPage[],
  shared: readonly string[],
): string {
  const items = pages.map(
    ({ title: name }, i) => `
      <item identifier="item-${i + 1}" identifierref="page-${i + 1}" isvisible="true">
        <title>${escaped(name)}</title>
      </item>`,
  );
  const resources = pages.map(
    ({ page }, i) => `
    <resource identifier="page-${i + 1}" type="webcontent" adlcp:scormtype="sco" href="${page}">
      <file href="${page}"/>
      <dependency identifierref="shared"/>
    </resource>`,
  );
  const files = shared.map((name) => `\n      <file href="${escaped(name)}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="actor-critic-playground" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd
    http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escaped(title)}</title>${items.join('')}
    </organization>
  </organizations>
  <resources>${resources.join('')}
    <resource identifier="shared" type="webcontent" adlcp:scormtype="asset">${files.join('')}
    </resource>
  </resources>
</manifest>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Without what no XML may hold. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character]!);
}
