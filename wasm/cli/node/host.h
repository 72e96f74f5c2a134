#pragma once

#include "core/env/host_environment.h"

/// What the program asks of Node: in `host.js`, answered by `instance.mjs`.
extern "C" {

int acp_is_terminal(int descriptor);
/// 0, or `errno`.
int acp_sync(int descriptor);
int acp_masked_rights();

/// Before a temporary file is made, and once that is done: no signal ends the program between.
void acp_enter();
void acp_leave();
/// A file of this name is to be removed by a signal, or no longer.
void acp_temporary(const char* name, int size, int there);
/// Signals are noted while the sum is above 0.
void acp_defer(int more);
int acp_noted();

int acp_is_helper();
void acp_start_helpers(int count);
/// The number of the next piece of work.
int acp_take();
void acp_made(double steps);
/// By all instances.
double acp_steps();
/// What a helper's piece has come to, for the instance that started it.
void acp_hand_over(int piece, const char* text, int size);
/// The piece of the next text that helpers have handed over, or -1; its size; and its bytes.
int acp_next_handed();
int acp_handed_size();
void acp_take_handed(char* text);
/// How many helpers are at work after some time, less if one of them ends.
int acp_wait(int milliseconds);

/// What there is besides the core's tasks, a value in each line (tasks.mjs): its size, and its
/// bytes.
int acp_tasks_size();
void acp_take_tasks(char* text);
/// One more instance of a task, by its place in the list: the instance's number.
int acp_create(int task);
void acp_destroy(int instance);
/// As in `HostFunctions`; `outcome` takes the reward and whether the episode has terminated.
int acp_reset(int instance, const acp::HostRandom* random);
int acp_step(int instance, const double* action, int width, const acp::HostRandom* random,
             double* outcome);
int acp_observe(int instance, double* out, int room);
int acp_save(int instance, double* out, int room);
int acp_load(int instance, const double* numbers, int count);
/// Why the last of these has failed: its size, and its bytes.
int acp_complaint_size();
void acp_take_complaint(char* text);
}
