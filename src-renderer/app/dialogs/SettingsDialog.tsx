import type { Settings } from '@contract/settings';
import { type ReactNode, useState } from 'react';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Notice } from '../../components/Notice';
import { SegmentedControl } from '../../components/SegmentedControl';
import { useAppInfo } from '../../stores/app-info';
import { changeSettings, useSettings } from '../../stores/settings';
import { ForgetDialog } from '../locked/ForgetDialog';
import { ChangeProtection } from '../protection/ChangeProtection';
import { SessionLines } from '../session/SessionLines';
import styles from './SettingsDialog.module.css';
import { SigningKeyLine } from './SigningKeyLine';

const THEMES: readonly { value: Settings['theme']; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const DENSITIES: readonly { value: Settings['density']; label: string }[] = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
];

/** How the app looks on this machine, where data is kept, and what is running. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { theme, density } = useSettings();
  const [forgetting, setForgetting] = useState(false);
  if (forgetting) return <ForgetDialog onClose={() => setForgetting(false)} />;
  return (
    <Dialog title="Settings" description={null} size="large" onClose={onClose}>
      <div className={styles.sections}>
        <Section title="Appearance">
          <Line label="Theme">
            <SegmentedControl
              label="Theme"
              value={theme}
              options={THEMES}
              onChange={(chosen) => void changeSettings({ theme: chosen })}
            />
          </Line>
          <Line label="Rows">
            <SegmentedControl
              label="Rows"
              value={density}
              options={DENSITIES}
              onChange={(chosen) => void changeSettings({ density: chosen })}
            />
          </Line>
        </Section>
        <Section title="Data on this machine">
          <ChangeProtection />
          <div>
            <Button variant="danger" onClick={() => setForgetting(true)}>
              Forget everything on this machine…
            </Button>
          </div>
        </Section>
        <Section title="Sessions">
          <SessionLines />
        </Section>
        <Section title="Evidence packs">
          <SigningKeyLine />
        </Section>
        <Section title="About">
          <About />
        </Section>
      </div>
    </Dialog>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <div className={styles.content}>{children}</div>
    </section>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <span>{label}</span>
      {children}
    </div>
  );
}

function About() {
  const info = useAppInfo();
  if (info === null) return <p className={styles.fine}>The versions are not known.</p>;
  return (
    <>
      <p data-copyable>
        Gatehouse {info.version} · Electron {info.electron} · Chromium {info.chromium} · {info.platform}
        {info.packaged ? '' : ' · run from source'}
      </p>
      {info.evaluationRuntime ? (
        <Notice tone="warning">
          This runs on an older Electron that is meant for trying out and testing. Use a packaged release for
          daily work.
        </Notice>
      ) : null}
    </>
  );
}
