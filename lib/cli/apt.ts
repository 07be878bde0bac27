/** Debian's and Ubuntu's package manager, for a fresh machine or container where nobody would click an installer. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Packages can be installed without asking: as root, with apt. */
export function canUseApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs packages, apt's own words on stderr. False when apt failed. */
export function aptInstall(packages: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', process.stderr, process.stderr], env }).status === 0;
  return apt('update') && apt('install', '-y', ...packages);
}
