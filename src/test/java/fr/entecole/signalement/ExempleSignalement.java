package fr.entecole.signalement;

import static fr.entecole.maison.Passant.AUTRE_FAMILLE;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/// A mot of the class's teacher, reported by the child's guardian, and decided about by the head.
class ExempleSignalement implements ExempleDeModule {

    @Override
    public String module() {
        return "signalement";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var reported = reported(monde);
        var dossier = dossier(monde, reported);
        monde.post(DIRECTRICE, "/signalements/" + dossier + "/masque");
        monde.post(DIRECTRICE, "/signalements/" + dossier + "/decision", "sens", "RIEN", "motif", "Rien de mal.");
        monde.jdbc()
                .sql("insert into signalement.origine values (0, '\\x00', :le) on conflict do nothing")
                .param("le", OffsetDateTime.now(monde.bean(Clock.class)))
                .update();
        exemple.get("/signalements/{id}").with("id", dossier).answers(DIRECTRICE, RESPONSABLE);
        exemple.post("/signalements/{id}/decision")
                .with("id", dossier(monde, reported(monde)))
                .field("sens", "RIEN")
                .field("motif", "Rien de mal.")
                .answers(DIRECTRICE);
        exemple.post("/signalements/{id}/masque")
                .with("id", dossier(monde, reported(monde)))
                .answers(DIRECTRICE);
        exemple.post("/signalements/{id}/montre")
                .with("id", dossier(monde, reported(monde)))
                .answers(DIRECTRICE);
        var mot = mot(monde);
        exemple.get("/signaler/{genre}/{id}")
                .with("genre", "mot")
                .with("id", mot)
                .answers(DIRECTRICE, RESPONSABLE, AUTRE_FAMILLE)
                .also(Passant.ANCIEN_RESPONSABLE, "they have another child in the class");
        exemple.post("/signaler/{genre}/{id}")
                .with("genre", "mot")
                .with("id", mot)
                .field("categorie", "MOQUERIE")
                .answers(DIRECTRICE, RESPONSABLE, AUTRE_FAMILLE)
                .also(Passant.ANCIEN_RESPONSABLE, "they have another child in the class");
    }

    private static UUID reported(Monde monde) {
        var mot = mot(monde);
        monde.post(RESPONSABLE, "/signaler/mot/" + mot, "categorie", "MOQUERIE", "mots", "On se moque.");
        return mot;
    }

    private static UUID dossier(Monde monde, UUID mot) {
        return monde.id("select id from signalement.dossier where chose = ? order by id desc limit 1", mot);
    }

    /// A delivered mot of the class's teacher to its families, as the notebook keeps them.
    private static UUID mot(Monde monde) {
        var id = UUID.randomUUID();
        var now = OffsetDateTime.now(monde.bean(Clock.class)).minusMinutes(5);
        var of = Map.of(
                "id", id,
                "ecole", monde.ecole(),
                "auteur", monde.personne(Passant.ENSEIGNANTE),
                "cle", "CLASSE.RESPONSABLES." + monde.classe(),
                "le", now,
                "jour", now.toLocalDate(),
                "empreinte", id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        monde.jdbc().sql("""
                        insert into liaison.mot (id, ecole_id, auteur_id, annee, jour, empreinte, publie_le, visible_le, genre,
                               attendu, repondants)
                        values (:id, :ecole, :auteur, 2026, :jour, :empreinte, :le, :le, 'INFORMATION', 'RIEN', 'CHACUN')
                        """).params(of).update();
        monde.jdbc().sql("""
                        insert into liaison.version (ecole_id, mot_id, numero, titre, texte, auteur_id, ecrite_le, visible_le, signatures)
                        values (:ecole, :id, 1, 'Un mot signalé', '<p>Ce qu’il dit.</p>', :auteur, :le, :le, 'DEMANDEES')
                        """).params(of).update();
        monde.jdbc()
                .sql("insert into liaison.destination (ecole_id, cle, mot_id) values (:ecole, :cle, :id)")
                .params(of)
                .update();
        return id;
    }

    @Override
    public Map<String, String> ofTheRegionAlone() {
        return Map.of(
                "direction-signalee", "a head would read that they were reported",
                "direction-decidee", "as what was reported of them");
    }

    @Override
    public String withoutContenu() {
        return "what one reports is read by those who decide, and by nobody else";
    }

    @Override
    public String withoutRecherche() {
        return "reports stand on one page, those that wait first";
    }

    @Override
    public String withoutMesure() {
        return "that somebody opens the page by which one reports is not to be counted by school and profile";
    }
}
