/** Words of the same shape in another language: as many of them, and from the same arguments. */
type Words<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends (...args: infer Args) => infer Said
      ? (...args: Args) => Words<Said>
      : { readonly [Key in keyof T]: Words<T[Key]> };

/** What a table says that stands for a part of the English text: `satisfies Translated<…>`. */
export type Translated<Part extends () => object> = Words<ReturnType<Part>>;
