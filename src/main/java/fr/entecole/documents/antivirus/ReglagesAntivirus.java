package fr.entecole.documents.antivirus;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The antivirus (`ent.documents.antivirus`).
///
/// @param adresse of clamd: `127.0.0.1:3310`, or the path of its socket; empty: none
/// @param patience longest wait for an answer
/// @param ronde between two tries for what waits
@ConfigurationProperties("ent.documents.antivirus")
public record ReglagesAntivirus(
        @DefaultValue("") String adresse,
        @DefaultValue("1m") Duration patience,
        @DefaultValue("30s") Duration ronde) {}
