import type { ExportFormat, ExportScope, ReportKindName } from '@contract/reports';
import { type ReactNode, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useLook } from '../../components/list/look-memory';
import { Notice } from '../../components/Notice';
import { ProgressBar } from '../../components/ProgressBar';
import { RadioCards } from '../../components/RadioCards';
import { matrixLook } from '../../screens/matrix/matrix-look';
import { forgetExportProgress, useExportStore } from '../../stores/exports';
import { useScreen } from '../../stores/navigation';
import { notify } from '../../stores/notices';
import { useWorkspaceAtHand } from '../../stores/selected-workspace';
import { useWorkspaces } from '../../stores/workspaces';
import styles from './ExportDialog.module.css';
import { EXPORT_FORMATS, EXPORT_KINDS, toggled } from './export-choices';

type ScopeKind = ExportScope['kind'];

/** Writes reports: of what the matrix shows, of a workspace, or of all; as files or as one signed pack. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const screen = useScreen();
  const workspace = useWorkspaceAtHand();
  const several = useWorkspaces().length > 1;
  const [look] = useLook(matrixLook, workspace?.key ?? '');
  const [scope, setScope] = useState<ScopeKind>(
    workspace === null ? 'all' : screen === 'matrix' ? 'view' : 'workspace',
  );
  const [kinds, setKinds] = useState<ReportKindName[]>([screen === 'summary' ? 'findings' : 'access']);
  const [formats, setFormats] = useState<ExportFormat[]>(['xlsx']);
  const [all, setAll] = useState(false);
  const [pack, setPack] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const mustPack = kinds.length * formats.length > 1 || scope === 'all';

  const scopeNow = (): ExportScope => {
    if (scope === 'all' || workspace === null) return { kind: 'all' };
    const { key } = workspace;
    return scope === 'view' ? { kind: 'view', key, view: look.view } : { kind: 'workspace', key };
  };
  const run = async () => {
    setBusy(true);
    setError(null);
    forgetExportProgress();
    try {
      const outcome = await call('reports.export', {
        scope: scopeNow(),
        kinds,
        formats,
        all,
        pack: pack || mustPack,
      });
      if (outcome.kind === 'written') {
        notify('info', `Exported: ${outcome.names.join(' and ')}.`);
        onClose();
      }
    } catch (thrown) {
      setError(failureOf(thrown).message);
    }
    forgetExportProgress();
    setBusy(false);
  };
  const close = () => {
    if (busy) void call('reports.cancel');
    onClose();
  };

  return (
    <Dialog
      size="large"
      title="Export"
      description="Every export says which workspace it is of, as of when, with its fingerprint, filters, and everything that is unknown or was stated."
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{busy ? 'Stop' : 'Cancel'}</Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={kinds.length === 0 || formats.length === 0}
            onClick={() => void run()}
          >
            {pack || mustPack ? 'Export a pack…' : 'Export…'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <RadioCards
          label="What of"
          value={scope}
          cards={[
            ...(workspace === null
              ? []
              : [
                  {
                    value: 'view' as const,
                    title: 'What the matrix shows',
                    text: `The members and resources of ${workspace.name} that its filters leave.`,
                  },
                  { value: 'workspace' as const, title: workspace.name, text: 'The whole workspace.' },
                ]),
            ...(several || workspace === null
              ? [{ value: 'all' as const, title: 'All workspaces', text: 'One file for each, in one pack.' }]
              : []),
          ]}
          onChange={setScope}
          disabled={busy}
        />
        <Choices legend="Reports">
          {EXPORT_KINDS.map(({ kind, title, text }) => (
            <Choice
              key={kind}
              title={title}
              text={text}
              checked={kinds.includes(kind)}
              disabled={busy}
              onChange={() =>
                setKinds(
                  toggled(
                    kinds,
                    kind,
                    EXPORT_KINDS.map((each) => each.kind),
                  ),
                )
              }
            />
          ))}
        </Choices>
        <Choices legend="Formats">
          {EXPORT_FORMATS.map(({ format, title, text }) => (
            <Choice
              key={format}
              title={title}
              text={text}
              checked={formats.includes(format)}
              disabled={busy}
              onChange={() =>
                setFormats(
                  toggled(
                    formats,
                    format,
                    EXPORT_FORMATS.map((each) => each.format),
                  ),
                )
              }
            />
          ))}
        </Choices>
        <Choices legend="More">
          <Choice
            title="Rows without access, too"
            text="for the access report"
            checked={all}
            disabled={busy || !kinds.includes('access')}
            onChange={() => setAll(!all)}
          />
          <Choice
            title="Signed evidence pack"
            text={
              mustPack
                ? 'several files always come as one'
                : 'with the hash of every file, so that it can be checked'
            }
            checked={pack || mustPack}
            disabled={busy || mustPack}
            onChange={() => setPack(!pack)}
          />
        </Choices>
        {busy ? <Progress /> : null}
        {error === null ? null : <Notice tone="error">{error}</Notice>}
      </div>
    </Dialog>
  );
}

function Choices({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {children}
    </fieldset>
  );
}

function Choice({
  title,
  text,
  checked,
  disabled,
  onChange,
}: {
  title: string;
  text: string;
  checked: boolean;
  disabled: boolean;
  onChange: () => void;
}) {
  return (
    <label className={styles.choice} data-disabled={disabled || undefined}>
      <input type="checkbox" checked={checked} disabled={disabled} onChange={onChange} />
      <span>
        <span className={styles.choiceTitle}>{title}</span> <span className={styles.choiceText}>{text}</span>
      </span>
    </label>
  );
}

function Progress() {
  const progress = useExportStore((exports) => exports.progress);
  const words = progress === null ? 'Choose where to write…' : progress.words;
  return (
    <div className={styles.progress} role="status">
      <span>{words}</span>
      <ProgressBar value={progress === null ? null : progress.done / progress.of} label={words} />
    </div>
  );
}
