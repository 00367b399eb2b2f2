'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { createClient } from './client';
import { TrpcContextProvider } from './context';
import { LiveProvider } from './live';
import { createQueryClient } from './query-client';

export { useTRPC, useTRPCClient } from './context';

export interface TrpcProviderProps {
  /** Tabs of the same person share one stream. */
  userId: string;
  children: ReactNode;
}

/** The server inside React: queries, mutations and the live stream. */
export function TrpcProvider({ userId, children }: TrpcProviderProps) {
  const [queryClient] = useState(createQueryClient);
  const [client] = useState(createClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TrpcContextProvider trpcClient={client} queryClient={queryClient}>
        <LiveProvider userId={userId}>{children}</LiveProvider>
      </TrpcContextProvider>
    </QueryClientProvider>
  );
}
