/** Line icons, 16 px, in the ink of the text beside them. All are decoration: the text says the same. */
import type { ComponentChildren } from 'preact';
import type { Channel } from '../engine/types';

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function ChannelIcon({ channel }: { channel: Channel }) {
  if (channel === 'email') {
    return (
      <Icon>
        <rect x="1.7" y="3.2" width="12.6" height="9.6" rx="1.6" />
        <path d="M2.2 4.4 8 8.8l5.8-4.4" />
      </Icon>
    );
  }
  if (channel === 'chat') {
    return (
      <Icon>
        <path d="M2 4.600a1.8 1.8 0 0 1 1.8-1.800h8.400A1.8 1.8 0 0 1 14 4.600v5a1.8 1.8 0 0 1-1.8 1.800H7l-3.2 2.400v-2.400A1.8 1.8 0 0 1 2 9.600z" />
      </Icon>
    );
  }
  return (
    <Icon>
      <circle cx="8" cy="8" r="2.5" />
      <path d="M10.5 5.600v3.300a1.7 1.7 0 0 0 3.4 0V8A5.9 5.9 0 1 0 11.6 12.7" />
    </Icon>
  );
}

export const TickIcon = () => (
  <Icon>
    <path d="m3.5 8.5 3 3 6-7" />
  </Icon>
);

export const LinkIcon = () => (
  <Icon>
    <path d="M6.6 9.400a2.6 2.6 0 0 0 3.7 0l2.6-2.600a2.6 2.6 0 0 0-3.7-3.700l-.9.9" />
    <path d="M9.4 6.600a2.6 2.6 0 0 0-3.7 0L3.1 9.200a2.6 2.6 0 0 0 3.7 3.700l.9-.9" />
  </Icon>
);

export const ListIcon = () => (
  <Icon>
    <path d="M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01" />
  </Icon>
);

export const BoldIcon = () => (
  <Icon>
    <path d="M4.5 2.800h4a2.5 2.5 0 0 1 0 5h-4zm0 5h4.600a2.7 2.7 0 0 1 0 5.400H4.500z" stroke-width="1.8" />
  </Icon>
);

export const Mark = () => (
  <svg class="mark" width="22" height="22" viewBox="0 0 22 22" fill="none" aria-hidden="true">
    <path
      d="M3 5.500A2.5 2.5 0 0 1 5.5 3h11A2.5 2.5 0 0 1 19 5.500v7a2.5 2.5 0 0 1-2.5 2.500H10l-4 3.600V15h-.5A2.5 2.5 0 0 1 3 12.500z"
      fill="var(--accent)"
    />
    <path d="M6.5 10.800h9" stroke="var(--on-accent)" stroke-width="1.7" stroke-linecap="round" />
  </svg>
);
