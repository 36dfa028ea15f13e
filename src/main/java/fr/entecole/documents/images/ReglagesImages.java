package fr.entecole.documents.images;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Pictures (`ent.documents.images`).
///
/// @param pixels most of a picture: its measures are refused before it is read
/// @param ensemble how many are worked on at once; each takes up to 100 MB
/// @param attente longest wait for one's turn
/// @param vips libvips is used where it is found
@ConfigurationProperties("ent.documents.images")
public record ReglagesImages(
        @DefaultValue("100000000") long pixels,
        @DefaultValue("2") int ensemble,
        @DefaultValue("1m") Duration attente,
        @DefaultValue("true") boolean vips) {}
