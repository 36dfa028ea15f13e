package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.documents.Documents;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows that gestures leave, in the transaction of whoever calls: facts, schools of a list, what is attached.
@Component
class EcritureDesFaits {

    private final JdbcClient jdbc;
    private final LectureDesConventions lecture;
    private final Documents documents;
    private final Journal journal;
    private final Clock clock;

    EcritureDesFaits(
            JdbcClient jdbc, LectureDesConventions lecture, Documents documents, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.lecture = lecture;
        this.documents = documents;
        this.journal = journal;
        this.clock = clock;
    }

    /// As it stands, and nobody else touches it until the end of the transaction.
    Convention locked(UUID id) {
        lock(id);
        return lecture.one(id).orElseThrow();
    }

    void lock(UUID id) {
        jdbc.sql("select id from conventions.convention where id = :id for update")
                .param("id", id)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
    }

    UUID write(
            Convention convention,
            @Nullable UUID avenant,
            String sorte,
            LocalDate jour,
            String motif,
            @Nullable UUID parametres,
            @Nullable Utilisateur auteur) {
        return jdbc.sql("""
                        insert into conventions.fait
                               (commune_insee, convention_id, avenant_id, sorte, jour, motif, parametres_id, fait_le, par_id)
                        values (:insee, :id, cast(:avenant as uuid), :sorte, :jour, :motif, cast(:parametres as uuid), :now,
                                cast(:par as uuid))
                        returning id
                        """)
                .param("insee", convention.insee())
                .param("id", convention.id())
                .param("avenant", avenant)
                .param("sorte", sorte)
                .param("jour", jour)
                .param("motif", motif)
                .param("parametres", parametres)
                .param("now", OffsetDateTime.now(clock))
                .param("par", auteur == null ? null : auteur.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
    }

    void record(ActeConventions acte, UUID id, @Nullable Utilisateur auteur, List<EcoleInscrite> ecoles) {
        journal.record(Fait.of(acte, id)
                .by(auteur == null ? null : auteur.compteId())
                .inEcoles(ecoles.stream().map(EcoleInscrite::ecole).toList()));
    }

    void register(String insee, UUID list, List<EcoleInscrite> ecoles) {
        for (var ecole : ecoles) {
            jdbc.sql("""
                            insert into conventions.inscription
                                   (commune_insee, liste_id, ecole_id, uai, type, nom, commune, departement)
                            values (:insee, :liste, :ecole, :uai, :type, :nom, :commune, :departement)
                            """)
                    .param("insee", insee)
                    .param("liste", list)
                    .param("ecole", ecole.ecole())
                    .param("uai", ecole.uai())
                    .param("type", ecole.type())
                    .param("nom", ecole.nom())
                    .param("commune", ecole.commune())
                    .param("departement", ecole.departement())
                    .update();
        }
    }

    void attach(Convention convention, UUID chose, List<UUID> pieces, Utilisateur auteur) {
        if (!pieces.isEmpty()) {
            documents.attach(
                    auteur,
                    Conventions.SALLE,
                    chose,
                    convention.ecoles().getFirst().ecole(),
                    pieces);
        }
    }

    static Optional<String> done() {
        return Optional.of(
                t("La convention a changé pendant que vous lisiez. Rien n’a été fait\u00a0: voici où elle en est."));
    }
}
