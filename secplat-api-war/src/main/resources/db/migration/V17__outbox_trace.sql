-- The W3C trace context that an entry belongs to; rows of older servers have none.
ALTER TABLE outbox_events
    ADD COLUMN traceparent text,
    ADD COLUMN tracestate  text;
