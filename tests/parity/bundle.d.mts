export function bundleSimulator(outfile: string): Promise<void>;
