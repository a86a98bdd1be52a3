package io.sandtable.web.imports;

import java.io.IOException;
import java.io.InputStream;

/** A file on its way in. */
interface Incoming {
    /** As the sender calls it; not to be trusted. */
    String name();

    InputStream open() throws IOException;
}
