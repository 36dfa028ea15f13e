package fr.entecole.rgpd;

import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
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
