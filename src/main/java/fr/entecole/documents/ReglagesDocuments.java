package fr.entecole.documents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What may be attached (`ent.documents`).
///
/// @param image,document,film largest file of a kind; a sound counts as a film
/// @param morceau largest part of an upload, read in memory
/// @param eleve,adulte what a person may keep at once
/// @param ecole what all of a school may keep at once
/// @param attente an upload that was attached to nothing is forgotten after it
/// @param retrait what was taken away is gone for good after it
@ConfigurationProperties("ent.documents")
record ReglagesDocuments(
        @DefaultValue("40000000B") DataSize image,
        @DefaultValue("50000000B") DataSize document,
        @DefaultValue("300000000B") DataSize film,
        @DefaultValue("2MB") DataSize morceau,
        @DefaultValue("300000000B") DataSize eleve,
        @DefaultValue("2000000000B") DataSize adulte,
        @DefaultValue("100000000000B") DataSize ecole,
        @DefaultValue("2d") Duration attente,
        @DefaultValue("30d") Duration retrait) {

    long most(Genre genre) {
        return switch (genre) {
            case IMAGE -> image.toBytes();
            case SON, FILM -> film.toBytes();
            default -> document.toBytes();
        };
    }

    long largest() {
        return Math.max(film.toBytes(), Math.max(image.toBytes(), document.toBytes()));
    }
}
