import { css, html, nothing, type TemplateResult } from 'lit';
import { type CloudFigure, drawCloud } from '../../draw/lab/cloud';
import { drawErrorParts, errorFigureHeight } from '../../draw/lab/error-parts';
import type { EstimatorStyle } from '../../draw/lab/marker';
import { type ActionSample, drawObjective } from '../../draw/lab/objective';
import { drawVarianceLaw, type LawSeries } from '../../draw/lab/variance-law';
import type { LabResult } from '../../protocol/lab';
import { segmented } from '../kit/segmented';
import { $theme } from '../kit/color-theme';
import { base, segments } from '../kit/styles';
import {
  actionSamples,
  type Cloud,
  CLOUD_SHARE,
  cloudFigure,
  errorPart,
  lawSeries,
  outside,
  planeOf,
  sliceRows,
} from './figures';
import { LabElement } from './lab-element';
import type { Figure, Rows } from '../figure/figure';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { explained } from './explained';
import { SAMPLES, shownVariants } from './lab-settings';
import { labStrings } from '../text/en/laboratory';
import { estimatorMark } from '../figure/estimator-mark';
import { figure } from '../text/numbers';
import { aboutLab, linkOfLab } from './about';
import { comparedResult, configOf } from './plan';
import { isSeen, styleOf, type Variant, variantsOf } from './variants';

const words = labStrings;
/** Sampled actions on the objective at a time: more would hide it. */
const MOST_ACTIONS = 120;
const percent = (share: number) => `${figure(100 * share, 2)} %`;

const wide = (width: number) => Math.min(440, Math.max(300, 0.7 * width));

type Shown = Omit<Figure, 'about' | 'build' | 'file' | 'link'>;

/** The four figures of the lab, and a fifth for the weights of a frozen network. */
class LabFigures extends LabElement {
  static override styles = [base, segments, figures, styles()];
  #ranges = new Map<string, CloudFigure>();
  #task: unknown;

  override render() {
    const task = this.lab.$task.get();
    if (!task) return nothing;
    if (task !== this.#task) this.#ranges.clear();
    this.#task = task;
    return html`
      <div class="grid">
        ${this.#cloud('head')} ${this.#objective()} ${task.moment ? this.#cloud('theta') : nothing}
        ${this.#law()} ${this.#parts()}
      </div>
    `;
  }

  #figure(id: string, shown: Shown, controls: unknown = nothing, legend: unknown = nothing) {
    const results = this.#shown().map(({ result }) => result);
    const own: Figure = {
      ...shown,
      about: aboutLab(this.lab, results),
      build: this.lab.catalog.build,
      link: linkOfLab(this.lab),
      file: `gradient-lab-${id}`,
    };
    return html`
      <figure-frame data-figure=${id} .figure=${own}>
        <div slot="controls">${controls}</div>
        <div slot="legend">${legend}</div>
      </figure-frame>
    `;
  }

  #shown(): { variant: Variant; style: EstimatorStyle; result: LabResult }[] {
    const settings = this.lab.$settings.get()!;
    return this.lab.variants().flatMap((variant) => {
      const result = comparedResult(variant, settings, this.lab.results);
      return result ? [{ variant, style: styleOf(variant.id, $theme.get()), result }] : [];
    });
  }

  #legend(): TemplateResult {
    const variants = shownVariants(this.lab.catalog, this.lab.$settings.get()!);
    return html`
      <ul class="legend">
        ${variants.map(({ id }) => {
          const style = styleOf(id, $theme.get());
          return html`<li>${estimatorMark(style)} ${style.name}</li>`;
        })}
      </ul>
    `;
  }

  #cloud(space: 'head' | 'theta') {
    const settings = this.lab.$settings.get()!;
    const clouds = this.lab.variants().flatMap((variant): Cloud[] => {
      const config = configOf(variant, settings, 1, space);
      const [result, rows] = [this.lab.results.get(config), this.lab.rows.get(config)];
      return result && rows ? [{ style: styleOf(variant.id, $theme.get()), rows, result }] : [];
    });
    const isHead = space === 'head';
    const { parameters } = this.lab.$task.get()!;
    const plane = isHead ? planeOf(parameters) : ([0, 1] as [number, number]);
    const [x, y] = plane.map((i) => words().cloud.gradient(parameters[i] ?? '')) as [
      string,
      string,
    ];
    const labels: [string, string] = isHead ? [x, y] : [words().cloud.along, words().cloud.noise];
    const content = cloudFigure(clouds, plane, labels, this.#ranges.get(space) ?? null);
    this.#ranges.set(space, content);
    const out = outside(content).map(([name, share]) => words().cloud.share(name, percent(share)));
    const rows = (): Rows => [
      words().cloud.columns,
      ...content.series.map(({ style, mean }, i) => [
        ...[style.name, clouds[i]!.result.repeats, mean.x, mean.y],
        ...[content.exact?.x ?? null, content.exact?.y ?? null],
      ]),
    ];
    const caption = words().cloud.caption(percent(CLOUD_SHARE), out.join(', '));
    return this.#figure(
      isHead ? 'cloud' : 'theta',
      {
        title: isHead ? words().cloud.title : words().cloud.thetaTitle,
        table: isHead ? words().cloud.table : words().cloud.thetaTable,
        formulas: explained('mean'),
        caption: isHead ? caption : `${words().cloud.thetaCaption} ${caption}`,
        rows,
        picture: {
          label: cloudLabel(content),
          height: wide,
          draw: (context, size, theme) => drawCloud(context, content, size, theme),
        },
      },
      nothing,
      this.#legend(),
    );
  }

  #objective() {
    const { lab } = this;
    const task = lab.$task.get()!;
    const isCategorical = task.policy === 'categorical';
    const able = lab.variants().filter(isSeen);
    const focus = lab.focus();
    const isDark = $theme.get() === 'dark';
    const samples = this.#actions(focus);
    const content = {
      xLabel: isCategorical ? words().objective.xCategory : words().objective.x,
      yLabel: words().objective.y,
      densityLabel: isCategorical ? words().objective.probability : words().objective.density,
      slice: sliceRows(lab.slice),
      isCategorical,
      samples,
      raises: isDark ? '#62b6f7' : '#0b66a8',
      lowers: isDark ? '#ff9a5c' : '#b84a00',
    };
    const choices = able.map(({ id }) => ({ value: id, text: styleOf(id, 'light').name }));
    const name = styleOf(focus, 'light').name;
    const caption = words().objective.caption(isCategorical, name, task.parameters[0] ?? '');
    return this.#figure(
      'objective',
      {
        title: words().objective.title,
        table: words().objective.table,
        caption,
        rows: () => [
          words().objective.columns,
          ...samples.map(({ x, value, contribution }) => [x, value, contribution]),
        ],
        picture: {
          label: caption,
          height: wide,
          draw: (context, size, theme) => drawObjective(context, content, size, theme),
        },
      },
      segmented(words().objective.focus, 'focus', choices, focus, (id) => lab.$focus.set(id)),
    );
  }

  /** The latest actions that a variant's single estimates rest on. */
  #actions(focus: string): ActionSample[] {
    const { lab } = this;
    const variant = lab.variants().find(({ id }) => id === focus);
    const rows = variant && lab.rows.get(configOf(variant, lab.$settings.get()!, 1));
    const columns = 2 + lab.$task.get()!.parameters.length;
    return rows ? actionSamples(rows, columns, MOST_ACTIONS) : [];
  }

  #law() {
    const { lab } = this;
    const settings = lab.$settings.get()!;
    const resultsOf = (variant: Variant) =>
      SAMPLES.filter((samples) => samples >= variant.fewest).flatMap(
        (samples) => lab.results.get(configOf(variant, settings, samples)) ?? [],
      );
    const value = variantsOf(lab.catalog, settings.policy.id).find(
      ({ baseline }) => baseline?.id === 'value',
    );
    const known = value && lab.results.get(configOf(value, settings, 1))?.total_variance;
    const all = lab.variants().map((variant): [Variant, LawSeries] => {
      const style = styleOf(variant.id, $theme.get());
      return [variant, lawSeries(style, resultsOf(variant), SAMPLES, known ?? null)];
    });
    const content = {
      xLabel: words().law.x,
      yLabel: words().law.y,
      floorLabel: words().law.floor,
      samples: SAMPLES,
      chosen: settings.samples,
      series: all.map(([, series]) => series),
    };
    const rows = (): Rows => [
      words().law.columns,
      ...all.flatMap(([variant, { style }]) =>
        resultsOf(variant).map((result) => [
          ...[style.name, result.samples, result.total_variance],
          ...[result.total_variance_standard_error, result.bias_squared, result.repeats],
        ]),
      ),
    ];
    return this.#figure(
      'law',
      {
        title: words().law.title,
        table: words().law.table,
        formulas: explained('variance'),
        caption: words().law.caption,
        rows,
        picture: {
          label: all.map(([, series]) => lawLabel(series)).join(' '),
          height: wide,
          draw: (context, size, theme) => drawVarianceLaw(context, content, size, theme),
        },
      },
      nothing,
      this.#legend(),
    );
  }

  #parts() {
    const shown = this.#shown();
    const parts = shown.map(({ style, result }) => errorPart(style, result));
    const isKnown = shown.some(({ result }) => result.mean_squared_error !== null);
    const rows = (): Rows => [
      words().parts.columns,
      ...shown.map(({ style, result }) => [
        ...[style.name, result.samples, result.bias_squared, result.total_variance],
        ...[result.mean_squared_error, result.mean_squared_error_standard_error],
      ]),
    ];
    return this.#figure('parts', {
      title: words().parts.title,
      table: words().parts.table,
      formulas: explained('mse'),
      caption: isKnown ? words().parts.caption : words().parts.captionUnknown,
      rows,
      picture: {
        label: parts.map(({ style, note }) => `${style.name}: ${note}.`).join(' '),
        height: () => errorFigureHeight(parts.length),
        draw: (context, size, theme) =>
          drawErrorParts(context, { label: words().parts.x, parts }, size, theme),
      },
    });
  }
}

function cloudLabel({ series, exact, xLabel, yLabel }: CloudFigure): string {
  const at = ({ x, y }: { x: number; y: number }) => `(${figure(x)}, ${figure(y)})`;
  const means = series.map(({ style, mean }) => words().cloud.mean(style.name, at(mean)));
  const truth = exact ? [words().cloud.exact(at(exact))] : [];
  return [words().cloud.axes(xLabel, yLabel), ...means, ...truth].join(' ');
}

function lawLabel({ style, points }: LawSeries): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  const at = (point: typeof first) => words().law.at(figure(point.variance), point.samples);
  return words().law.line(style.name, at(first), at(last));
}

function styles() {
  return css`
    :host {
      min-width: 0;
    }
    .grid {
      display: grid;
      gap: var(--space-4);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr));
    }
    @media print {
      .grid {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    .legend {
      font-size: var(--text-xs);
    }
    .segments {
      flex-wrap: wrap;
    }
    .segments span {
      padding: 0 var(--space-2);
      font-size: var(--text-xs);
    }
  `;
}

customElements.define('lab-figures', LabFigures);
