/** Names in which `x_0` to `x_9`, one after the other, are one entry `x_*10`. */
export function packNames(names: readonly string[]): string[] {
  const packed: string[] = [];
  for (let i = 0; i < names.length;) {
    const stem = names[i]!.replace(/0$/, '');
    let count = 0;
    while (names[i + count] === `${stem}${count}`) count += 1;
    packed.push(count > 1 ? `${stem}*${count}` : names[i]!);
    i += Math.max(1, count);
  }
  return packed;
}

export function unpackNames(packed: readonly string[]): string[] {
  return packed.flatMap((name) => {
    const [stem, count] = name.split('*');
    return count ? Array.from({ length: Number(count) }, (_, i) => `${stem}${i}`) : [name];
  });
}
