as web/policy-notice.js
