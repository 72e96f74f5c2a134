import type { Tables } from '../language';
import { afterwards } from './afterwards';
import { bands } from './bands';
import { bootstrap } from './bootstrap';
import { builder } from './builder';
import { catalog } from './catalog';
import { curves } from './curves';
import { diagnostics } from './diagnostics';
import { embed } from './embed';
import { figure } from './figure';
import { files } from './files';
import { fork } from './fork';
import { formula } from './formula';
import { frozen } from './frozen';
import { gallery } from './gallery';
import { gradient } from './gradient';
import { handIn } from './hand-in';
import { laboratory } from './laboratory';
import { leads } from './leads';
import { lesson } from './lesson';
import { limits } from './limits';
import { link } from './link';
import { linkNotes } from './link-notes';
import { map } from './map';
import { names } from './names';
import { narration } from './narration';
import { packages } from './package';
import { page } from './page';
import { pairs } from './pairs';
import { panels } from './panels';
import { race } from './race';
import { reward } from './reward';
import { robots } from './robots';
import { seeds } from './seeds';
import { settings } from './settings';
import { shell } from './shell';
import { simplex } from './simplex';
import { siteTasks } from './site-tasks';
import { start } from './start';
import { stepper } from './stepper';
import { about, story } from './story';
import { surrogate } from './surrogate';
import { sweeps } from './sweeps';
import { task } from './task';
import { typeset } from './typeset';
import { unsupported } from './unsupported';
import { views } from './views';

/** All that the page says in German, by the parts of its text. */
export const tables: Tables = {
  ...{
    about,
    afterwards,
    bands,
    bootstrap,
    builder,
    catalog,
    curves,
    diagnostics,
    embed,
    figure,
    files,
    fork,
    formula,
  },
  ...{
    frozen,
    gallery,
    gradient,
    laboratory,
    leads,
    limits,
    link,
    'link-notes': linkNotes,
    map,
    names,
    narration,
    page,
  },
  ...{ pairs, panels, race, seeds, settings, shell, simplex, story, surrogate, sweeps, task },
  ...{
    typeset,
    unsupported,
    views,
    'hand-in': handIn,
    lesson,
    package: packages,
    reward,
    robots,
    'site-tasks': siteTasks,
    start,
    stepper,
  },
};
