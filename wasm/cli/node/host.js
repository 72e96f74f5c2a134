// Lets the program call its host, an object that `instance.mjs` gives to the module. Emscripten
// takes functions as text, so each is written out, and as `function`.
mergeInto(LibraryManager.library, {
  acp_is_terminal: function (descriptor) {
    return Number(Module.host.isTerminal(descriptor));
  },
  acp_sync__deps: ['$FS', '$ERRNO_CODES'],
  acp_sync: function (descriptor) {
    const code = Module.host.sync(FS.getStream(descriptor).nfd);
    return code ? ERRNO_CODES[code] : 0;
  },
  acp_masked_rights: function () {
    return Module.host.maskedRights();
  },
  acp_enter: function () {
    Module.host.enter();
  },
  acp_leave: function () {
    Module.host.leave();
  },
  acp_temporary: function (name, size, there) {
    Module.host.temporary(HEAPU8.slice(name, name + size), there !== 0);
  },
  acp_defer: function (more) {
    Module.host.defer(more);
  },
  acp_noted: function () {
    return Module.host.noted();
  },
  acp_is_helper: function () {
    return Number(Module.host.isHelper);
  },
  acp_start_helpers: function (count) {
    Module.host.startHelpers(count);
  },
  acp_take: function () {
    return Module.host.take();
  },
  acp_made: function (steps) {
    Module.host.made(steps);
  },
  acp_steps: function () {
    return Module.host.steps();
  },
  acp_hand_over: function (piece, text, size) {
    Module.host.handOver(piece, HEAPU8.slice(text, text + size));
  },
  acp_next_handed: function () {
    return Module.host.nextHanded();
  },
  acp_handed_size: function () {
    return Module.host.handed().length;
  },
  acp_take_handed: function (text) {
    HEAPU8.set(Module.host.handed(), text);
  },
  acp_wait: function (milliseconds) {
    return Module.host.wait(milliseconds);
  },
  $numbersAt: function (first, count) {
    return HEAPF64.subarray(first >> 3, (first >> 3) + count);
  },
  acp_tasks_size: function () {
    return Module.host.tasks.list.length;
  },
  acp_take_tasks: function (text) {
    HEAPU8.set(Module.host.tasks.list, text);
  },
  acp_create: function (task) {
    return Module.host.tasks.create(task);
  },
  acp_destroy: function (instance) {
    Module.host.tasks.destroy(instance);
  },
  acp_reset: function (instance, random) {
    return Module.host.tasks.reset(instance, random);
  },
  acp_step__deps: ['$numbersAt'],
  acp_step: function (instance, action, width, random, outcome) {
    const [from, to] = [numbersAt(action, width), numbersAt(outcome, 2)];
    return Module.host.tasks.step(instance, from, random, to);
  },
  acp_observe__deps: ['$numbersAt'],
  acp_observe: function (instance, out, room) {
    return Module.host.tasks.observe(instance, numbersAt(out, room));
  },
  acp_save__deps: ['$numbersAt'],
  acp_save: function (instance, out, room) {
    return Module.host.tasks.save(instance, numbersAt(out, room));
  },
  acp_load__deps: ['$numbersAt'],
  acp_load: function (instance, numbers, count) {
    return Module.host.tasks.load(instance, numbersAt(numbers, count));
  },
  acp_complaint_size: function () {
    return Module.host.tasks.complaint.length;
  },
  acp_take_complaint: function (text) {
    HEAPU8.set(Module.host.tasks.complaint, text);
  },
});
