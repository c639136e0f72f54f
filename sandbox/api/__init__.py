"""The Bot API over HTTP: the envelope, the parameters, the methods, the webhook."""
