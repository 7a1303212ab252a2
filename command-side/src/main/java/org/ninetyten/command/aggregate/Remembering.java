package org.ninetyten.command.aggregate;

/** Keeps in memory what was read, so that it need not be read again. */
public interface Remembering {

    void forgetAll();
}
