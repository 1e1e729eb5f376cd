import './app/theme/tokens.css';
import './app/theme/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { connect } from './app/connect';
import { notify } from './stores/notices';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');

window.addEventListener('unhandledrejection', () => {
  notify(
    'error',
    'Something went wrong inside of Gatehouse. What is on screen may be incomplete: reload the view.',
  );
});
// Asking for lasting storage is only a request: without it the copies may be dropped when the disk is full.
void navigator.storage.persist();
connect();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
