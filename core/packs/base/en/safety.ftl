# Calm lines at the top of the agenda; each once per episode, none blocks anything.
safety-body-signs = You noted a sign that can be urgent. Is it there now? Call the emergency number at once and say what you took.
safety-desperate = It is very heavy right now. If you think about suicide, you can talk to someone now, free and anonymously.
safety-suspicious-confused = Suspicion or confusion can be frightening. Stay with someone you trust. If it does not pass, call a doctor or one of these lines.
