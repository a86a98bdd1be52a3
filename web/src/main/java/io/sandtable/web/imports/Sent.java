package io.sandtable.web.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/** A file of a form. */
record Sent(MultipartFile file) implements Incoming {
    /** Those that were chosen; a form without any still sends an empty one. */
    static List<Incoming> of(List<MultipartFile> files) {
        return files.stream()
                .filter(f -> !String.valueOf(f.getOriginalFilename()).isEmpty())
                .<Incoming>map(Sent::new)
                .toList();
    }

    @Override
    public String name() {
        return String.valueOf(file.getOriginalFilename());
    }

    @Override
    public InputStream open() throws IOException {
        return file.getInputStream();
    }
}
