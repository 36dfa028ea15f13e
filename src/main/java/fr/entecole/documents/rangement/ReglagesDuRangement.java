package fr.entecole.documents.rangement;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Where files are kept (`ent.documents.rangement`).
///
/// @param dossier folder of the local disk; empty: `documents` under the data folder. Several nodes share it.
/// @param reserve what stays free on that disk
/// @param s3 another store instead
@ConfigurationProperties("ent.documents.rangement")
record ReglagesDuRangement(
        @DefaultValue("") String dossier,
        @DefaultValue("512MB") DataSize reserve,
        @DefaultValue S3 s3) {

    /// Any store that speaks S3, with paths and signatures of version 4.
    ///
    /// @param adresse `https://s3.example.org`; empty: the local disk
    /// @param seau bucket, which exists
    record S3(
            @DefaultValue("") String adresse,
            @DefaultValue("fr") String region,
            @DefaultValue("ent-ecole") String seau,
            @DefaultValue("") String cle,
            @DefaultValue("") String secret) {}
}
