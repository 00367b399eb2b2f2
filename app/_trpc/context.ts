'use client';

import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from '@/lib/api/router';

/** Typed access to the server's procedures inside React. */
export const { TRPCProvider: TrpcContextProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
