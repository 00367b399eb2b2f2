export function readLibrary(): unknown;
export function bundleDigest(outfile: string, platform: 'node' | 'browser'): Promise<void>;
