package dev.sharedinbox.chat.search;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/// What the keeping of words warns of from now on.
final class Warnings extends Handler {

    private final Logger logger = Logger.getLogger(WordKeeping.class.getName());
    private final List<String> messages = new CopyOnWriteArrayList<>();

    Warnings() {
        logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            messages.add(ExtLogRecord.wrap(record).getFormattedMessage());
        }
    }

    List<String> heard() {
        return messages;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
