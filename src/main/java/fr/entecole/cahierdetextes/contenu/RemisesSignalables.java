package fr.entecole.cahierdetextes.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.cahierdetextes.PiecesDuCahier;
import fr.entecole.documents.Documents;
import fr.entecole.socle.contrats.EtatDUnContenu;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a pupil handed back, as it can be reported. Hidden, the pupil's guardians and teachers find it no more; the
/// pupil still does (`Rendus`). Another in its place is another thing.
@Component
class RemisesSignalables extends ContenuDuCahier {

    RemisesSignalables(PiecesDuCahier lecture, Documents documents, JdbcClient jdbc) {
        super(
                lecture,
                documents,
                jdbc,
                new EtatDUnContenu(jdbc, "cahierdetextes.remise", "masquee_le", "remplacee_le"));
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
    String visee() {
        return """
                select r.travail_id, r.ecole_id, t.classe_id, r.eleve_id as auteur_id, t.matiere, a.prenom, a.nom
                  from cahierdetextes.remise r join cahierdetextes.travail t on t.id = r.travail_id
                  left join lateral (select x.prenom, x.nom from annuaire.titulaire x where x.id = r.eleve_id limit 1) a
                    on true
                 where r.id = :id and r.remplacee_le is null
                """;
    }

    @Override
    String dite() {
        return """
                select t.matiere, r.texte as dit, 1 as version, r.rendue_le as le
                  from cahierdetextes.remise r join cahierdetextes.travail t on t.id = r.travail_id
                 where r.id = :id
                """;
    }

    @Override
    String titre(ResultSet rs) throws SQLException {
        return t("Rendu par un élève\u00a0: {0}", rs.getString("matiere"));
    }

    @Override
    @Transactional
    public void withdraw(UUID id, Instant now) {
        super.withdraw(id, now);
    }
}
