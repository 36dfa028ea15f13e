package fr.entecole.cahierdetextes.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.cahierdetextes.PiecesDuCahier;
import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Contenu;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a pupil handed back, as it can be reported: the class's teachers and the head decide. Hidden, the pupil's
/// guardians and teachers find it no more; the pupil still does (`Rendus`). Another in its place is another thing.
@Component
class RemisesSignalables implements Contenu {

    private static final String UN = """
            select r.travail_id, r.ecole_id, t.classe_id, r.eleve_id as auteur_id, t.matiere, a.prenom, a.nom
              from cahierdetextes.remise r join cahierdetextes.travail t on t.id = r.travail_id
              left join lateral (select x.prenom, x.nom from annuaire.titulaire x where x.id = r.eleve_id limit 1) a
                on true
             where r.id = :id and r.remplacee_le is null
            """;

    private final PiecesDuCahier lecture;
    private final Documents documents;
    private final JdbcClient jdbc;

    RemisesSignalables(PiecesDuCahier lecture, Documents documents, JdbcClient jdbc) {
        this.lecture = lecture;
        this.documents = documents;
        this.jdbc = jdbc;
    }

    @Override
    public String genre() {
        return "remise";
    }

    @Override
    public String phrase() {
        return t("Ce qu’un élève a rendu");
    }

    @Override
    public Optional<Vise> find(Utilisateur lecteur, UUID id) {
        if (!lecture.reads(lecteur, id)) {
            return Optional.empty();
        }
        return jdbc.sql(UN)
                .param("id", id)
                .query(RemisesSignalables::vise)
                .optional()
                .filter(vise -> vise.auteur() == null || !lecteur.personnes().contains(vise.auteur()));
    }

    private static Vise vise(ResultSet rs, int row) throws SQLException {
        var nom = rs.getString("nom");
        return new Vise(
                Colonnes.uuid(rs, "ecole_id"),
                rs.getObject("auteur_id", UUID.class),
                nom == null ? "" : Appellations.personne(Objects.requireNonNullElse(rs.getString("prenom"), ""), nom),
                titre(rs),
                Set.of(Colonnes.uuid(rs, "classe_id")),
                "/cahierdetextes/travaux/" + Colonnes.uuid(rs, "travail_id"));
    }

    private static String titre(ResultSet rs) throws SQLException {
        return t("Rendu par un élève\u00a0: {0}", rs.getString("matiere"));
    }

    @Override
    public Optional<Temoin> witness(UUID id) {
        var pieces = documents.of(PiecesDuCahier.SALLE, List.of(id)).getOrDefault(id, List.of()).stream()
                .map(PieceJointe::nom)
                .toList();
        return jdbc.sql("""
                        select t.matiere, r.texte, r.rendue_le as le
                          from cahierdetextes.remise r join cahierdetextes.travail t on t.id = r.travail_id
                         where r.id = :id
                        """)
                .param("id", id)
                .query((rs, _) -> new Temoin(
                        titre(rs),
                        rs.getString("texte"),
                        "1",
                        rs.getObject("le", OffsetDateTime.class).toInstant(),
                        pieces))
                .optional();
    }

    @Override
    public void hide(UUID id, Instant now) {
        jdbc.sql("update cahierdetextes.remise set masquee_le = :maintenant where id = :id and masquee_le is null")
                .params(at(id, now))
                .update();
    }

    @Override
    public void show(UUID id, Instant now) {
        jdbc.sql("update cahierdetextes.remise set masquee_le = null where id = :id")
                .param("id", id)
                .update();
    }

    @Override
    @Transactional
    public void withdraw(UUID id, Instant now) {
        jdbc.sql("update cahierdetextes.remise set remplacee_le = :maintenant where id = :id and remplacee_le is null")
                .params(at(id, now))
                .update();
        documents.withdraw(PiecesDuCahier.SALLE, id);
    }

    @Override
    public void keepPieces(UUID id, UUID preuve) {
        documents.keepAside(PiecesDuCahier.SALLE, id, "signalement", preuve);
    }

    private static Map<String, Object> at(UUID id, Instant now) {
        return Map.of("id", id, "maintenant", now.atOffset(ZoneOffset.UTC));
    }
}
