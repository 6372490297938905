as web/home.js
