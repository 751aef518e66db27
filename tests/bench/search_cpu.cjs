// Measures the CPU of a query in a warm search: the process collects garbage and compiles beside it, so one of three counts.
'use strict';

async function medianCpu(work) {
  const times = [];
  for (let turn = 0; turn < 3; turn++) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[1];
}

module.exports = { medianCpu };
