import { parentPort, workerData } from 'node:worker_threads';
import { defaultRegistry } from '@/flows/nodes/registry';
import { compileVersion, type VersionSource } from './compile-version';

/** A thread that compiles one version and ends. */
parentPort?.postMessage(compileVersion(workerData as VersionSource, defaultRegistry));
