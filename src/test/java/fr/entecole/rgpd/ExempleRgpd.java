package fr.entecole.rgpd;

import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// A guardian says that her child's level is wrong, a teacher that her function is; the head answers the teacher.
class ExempleRgpd implements ExempleDeModule {

    @Override
    public String module() {
        return "rgpd";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var asked = ask(monde, RESPONSABLE, monde.personne(Passant.ELEVE), "annuaire/eleve.niveau");
        var answered = ask(monde, ENSEIGNANTE, monde.personne(ENSEIGNANTE), "annuaire/personnel.nom");
        monde.post(
                DIRECTRICE,
                "/mes-donnees/corrections/" + answered + "/reponse",
                "reponse",
                "JUSTE",
                "mot",
                "C’est le bon.");
        exemple.get("/mes-donnees/corrections/nouvelle")
                .field("personne", monde.personne(Passant.ELEVE))
                .field("ligne", "annuaire/eleve.niveau")
                .answers(RESPONSABLE);
        exemple.post("/mes-donnees/corrections")
                .field("personne", monde.personne(Passant.ELEVE))
                .field("ligne", "annuaire/eleve.niveau")
                .field("ecole", monde.ecole())
                .answers(RESPONSABLE);
        exemple.post("/mes-donnees/corrections/{id}/reponse")
                .with("id", asked)
                .field("reponse", "CORRIGEE")
                .answers(DIRECTRICE);
        exemple.post("/mes-donnees/corrections/{id}/lecture")
                .with("id", answered)
                .answers(ENSEIGNANTE);
        officer(monde, exemple);
    }

    /// A guardian asks the officer, who answers; a breach is followed.
    private static void officer(Monde monde, Exemple exemple) {
        monde.post(RESPONSABLE, "/mes-donnees/droits", "droit", "OPPOSITION", "texte", "Je ne veux pas être comptée.");
        monde.post(RESPONSABLE, "/mes-donnees/directive", "sort", "REMETTRE", "contact", "Ma sœur, au village.");
        var droit = monde.id("select id from rgpd.droit where personne_id = ?", monde.personne(RESPONSABLE));
        monde.post(Passant.DPO, "/rgpd/droits/" + droit + "/prise");
        exemple.get("/rgpd/droits/{id}").with("id", droit).answers(Passant.DPO);
        exemple.post("/rgpd/droits/{id}/prise").with("id", droit).answers(Passant.DPO);
        exemple.post("/rgpd/droits/{id}/prolongation")
                .with("id", droit)
                .field("motif", "Il faut demander à l’école.")
                .answers(Passant.DPO);
        exemple.post("/rgpd/droits/{id}/reponse")
                .with("id", droit)
                .field("issue", "FAIT")
                .field("reponse", "Vos visites ne sont plus comptées.")
                .field("preuve", "Réglage du 25 novembre.")
                .answers(Passant.DPO);
        monde.post(RESPONSABLE, "/mes-donnees/comptage");
        exemple.post("/rgpd/droits/{id}/reserves")
                .with("id", droit)
                .field("genre", "LIMITATION")
                .answers(Passant.DPO);
        exemple.post("/rgpd/droits/{id}/reserves/fin")
                .with("id", droit)
                .field("genre", "RECHERCHE")
                .field("fin", LocalDate.now(monde.bean(Clock.class)).plusDays(3))
                .answers(Passant.DPO);
        monde.post(
                Passant.DPO,
                "/rgpd/violations",
                "jour",
                LocalDate.now(monde.bean(Clock.class)).minusDays(1),
                "heure",
                "08:30",
                "titre",
                "Une liste laissée à la photocopieuse",
                "nature",
                "CONFIDENTIALITE",
                "personnes",
                25,
                "constat",
                "Elle y est restée une heure.");
        var violation =
                monde.id("select id from rgpd.violation where titre = ?", "Une liste laissée à la photocopieuse");
        monde.post(Passant.DPO, "/rgpd/violations/" + violation + "/notes", "genre", "CNIL", "texte", "Dossier 1234.");
        exemple.get("/rgpd/violations/{id}").with("id", violation).answers(Passant.DPO, Passant.ADMINISTRATEUR);
        exemple.post("/rgpd/violations/{id}/notes")
                .with("id", violation)
                .field("genre", "MESURE")
                .field("texte", "La liste est détruite.")
                .answers(Passant.DPO, Passant.ADMINISTRATEUR);
        exemple.post("/rgpd/violations/{id}/fin").with("id", violation).answers(Passant.DPO, Passant.ADMINISTRATEUR);
    }

    @Override
    public Map<String, String> ofTheRegionAlone() {
        var officer = "between a person and the data protection officer: no school reads of it";
        return Map.of(
                "reserve-posee", officer,
                "reserve-levee", officer,
                "droit-exerce", officer,
                "droit-prolonge", officer,
                "droit-repondu", officer,
                "violation-ouverte", officer,
                "violation-suivie", officer,
                "violation-close", officer);
    }

    private static UUID ask(Monde monde, Passant asker, UUID personne, String ligne) {
        monde.post(
                asker,
                "/mes-donnees/corrections",
                "personne",
                personne,
                "ligne",
                ligne,
                "ecole",
                monde.ecole(),
                "juste",
                "CM2");
        return monde.id(
                "select id from rgpd.correction where demandeur_id = ? and ligne = ?", monde.personne(asker), ligne);
    }

    @Override
    public String withoutContenu() {
        return "what one says of a line is read by the head who answers, and by nobody else";
    }

    @Override
    public String withoutRecherche() {
        return "one's own data stand on one page";
    }
}
