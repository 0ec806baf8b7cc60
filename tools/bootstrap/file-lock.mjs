import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Does `work` while no other process holds the lock file; waits for a living holder, takes over
 * from a dead one. The file's folder keeps itself out of version control.
 */
export async function withLock(path, progress, work) {
  mkdirSync(dirname(path), { recursive: true });
  const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  let said = false;
  while (!place(path, own)) {
    const text = contentOf(path);
    if (text === undefined) continue;
    const pid = livingHolder(text);
    if (pid === undefined) {
      setAside(path, text);
      continue;
    }
    if (!said) progress(`Waiting for another start (process ${pid}), which does the same work …`);
    said = true;
    await delay(200);
  }
  try {
    return await work();
  } finally {
    if (contentOf(path) === own) rmSync(path, { force: true });
  }
}

/** Linking a complete file into place means that nobody reads half a lock. */
function place(path, text) {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(`${dirname(path)}/.gitignore`, '*\n');
    writeFileSync(draft, text);
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two takers may find the same dead lock: who moved a living one by mistake puts it back. */
function setAside(path, deadText) {
  const aside = `${path}.dead-${process.pid}`;
  try {
    renameSync(path, aside);
    if (contentOf(aside) !== deadText) linkSync(aside, path);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function contentOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function livingHolder(text) {
  try {
    const { pid, started } = JSON.parse(text);
    process.kill(pid, 0);
    return started === startOf(pid) ? pid : undefined;
  } catch (error) {
    // Somebody else's process may not be signalled, but it lives.
    return error.code === 'EPERM' ? JSON.parse(text).pid : undefined;
  }
}

/** A process number alone is given again; with its start (where it can be read) it is not. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return '';
  }
}
