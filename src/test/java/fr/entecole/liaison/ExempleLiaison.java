package fr.entecole.liaison;

import static fr.entecole.maison.Passant.ANCIEN_RESPONSABLE;
import static fr.entecole.maison.Passant.AUTRE_FAMILLE;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.liaison.reponses.Reponses;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.web.Erreurs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Mots to the class and to one child, read by the child's guardian.
class ExempleLiaison implements ExempleDeModule {

    @Override
    public String module() {
        return "liaison";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var classe = Public.ofClasse(monde.ecole(), monde.classe(), Qui.RESPONSABLES);
        var enfant = Public.ofEleves(monde.ecole(), List.of(monde.personne(Passant.ELEVE)), Qui.RESPONSABLES);
        var read = publish(monde, classe, "Un mot lu");
        var unread = publish(monde, classe, "Un mot à reprendre");
        publish(monde, enfant, "Un mot pour un enfant");
        monde.bean(CahierDeLiaison.class)
                .read(
                        read,
                        1,
                        monde.personne(RESPONSABLE),
                        List.of(monde.personne(RESPONSABLE)),
                        monde.bean(Clock.class).instant());
        exemple.get("/liaison/mots/{id}")
                .with("id", read)
                .answers(ENSEIGNANTE, DIRECTRICE, RESPONSABLE, AUTRE_FAMILLE)
                .also(ANCIEN_RESPONSABLE, "they have another child in the class");
        exemple.get("/liaison/mots/{id}/correction").with("id", read).answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/correction")
                .with("id", read)
                .field("titre", "Un mot lu")
                .field("texte", "Autre chose.")
                .field("texte-version", "1")
                .answers(ENSEIGNANTE, DIRECTRICE);
        answers(monde, exemple);
        exemple.post("/liaison/mots/avant")
                .field(
                        "pour",
                        Public.ofClasse(monde.ecole(), monde.classe(), Qui.RESPONSABLES)
                                .code())
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/retrait").with("id", unread).answers(ENSEIGNANTE, DIRECTRICE);
    }

    private static void answers(Monde monde, Exemple exemple) {
        var classe = Public.ofClasse(monde.ecole(), monde.classe(), Qui.RESPONSABLES);
        var jour = LocalDate.now(monde.bean(Clock.class));
        var sortie = publish(
                monde,
                classe,
                "Une sortie",
                "SORTIE",
                Map.of(
                        "sortie-jour", List.of(jour.plusDays(20).toString()),
                        "sortie-depart", List.of("09:00"),
                        "sortie-retour", List.of("16:00"),
                        "sortie-lieu", List.of("Narbonne")));
        var images = publish(
                monde,
                classe,
                "Des images",
                "IMAGE",
                Map.of(
                        "image-finalite", List.of("L’album"),
                        "image-support", List.of("ENT"),
                        "image-du", List.of(jour.toString()),
                        "image-au", List.of(jour.plusDays(20).toString())));
        var lecteur = monde.bean(Utilisateurs.class)
                .of(monde.compte(RESPONSABLE), null)
                .orElseThrow();
        for (var mot : List.of(sortie, images)) {
            monde.bean(Reponses.class)
                    .answer(
                            monde.bean(LectureDesMots.class)
                                    .received(lecteur, mot)
                                    .orElseThrow(),
                            lecteur,
                            List.of(monde.personne(Passant.ELEVE)),
                            Sens.OUI,
                            "",
                            new Champs(Map.of("allergies", List.of("arachide"))),
                            monde.bean(Clock.class).instant());
        }
        monde.bean(JdbcClient.class)
                .sql("""
                        insert into liaison.relance (ecole_id, mot_id, personne_id, jour, lot, auteur_id, fait_le, visible_le)
                        values (:ecole, :mot, :personne, :jour - 1, :mot, :auteur, now(), now())
                        """)
                .param("ecole", monde.ecole())
                .param("mot", sortie)
                .param("personne", monde.personne(RESPONSABLE))
                .param("jour", jour)
                .param("auteur", monde.personne(ENSEIGNANTE))
                .update();
        monde.bean(JdbcClient.class)
                .sql("""
                        insert into liaison.talon (ecole_id, mot_id, eleve_id, personne_id, imprime_le)
                        values (:ecole, :mot, :eleve, :personne, now())
                        """)
                .param("ecole", monde.ecole())
                .param("mot", sortie)
                .param("eleve", monde.personne(Passant.ELEVE))
                .param("personne", monde.personne(RESPONSABLE))
                .update();
        exemple.post("/liaison/mots/{id}/reponse")
                .with("id", sortie)
                .field("version", "1")
                .field("sens", "OUI")
                .field("signe", "true")
                .field("eleve", monde.personne(Passant.ELEVE))
                .answers(RESPONSABLE)
                .also(AUTRE_FAMILLE, "they answer for their own child of the class")
                .also(ANCIEN_RESPONSABLE, "they have another child in the class");
        exemple.get("/liaison/mots/{id}/signe").with("id", sortie).answers(RESPONSABLE);
        exemple.post("/liaison/mots/{id}/relance").with("id", sortie).answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/papier")
                .with("id", sortie)
                .field("sens", "OUI")
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/talons")
                .with("id", sortie)
                .field("qui", "tous")
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/liste")
                .with("id", sortie)
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/autorisations/{id}/retrait")
                .with("id", projet(monde, images))
                .field("eleve", monde.personne(Passant.ELEVE))
                .answers(RESPONSABLE);
    }

    private static UUID projet(Monde monde, UUID mot) {
        return monde.bean(JdbcClient.class)
                .sql("select id from liaison.projet where mot_id = :mot")
                .param("mot", mot)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private static UUID publish(Monde monde, Public pour, String titre, String code, Map<String, List<String>> champs) {
        var now = monde.bean(Clock.class).instant();
        var genre = monde.bean(Genres.class).of(code);
        var ajout = genre.accept(new Champs(champs), LocalDate.now(monde.bean(Clock.class)), new Erreurs());
        return monde.bean(CahierDeLiaison.class)
                .publish(
                        new Redaction(List.of(pour), false, titre, TexteRiche.of("Ce qu’il dit."), now)
                                .of(code, new Demande(Attendu.OUI_NON, Repondants.CHACUN, null)),
                        new Auteur(monde.compte(ENSEIGNANTE), monde.personne(ENSEIGNANTE)),
                        now,
                        mot -> ajout.keep(mot, pour.ecoleId()));
    }

    private static UUID publish(Monde monde, Public pour, String titre) {
        var now = monde.bean(Clock.class).instant();
        return publish(monde, pour, titre, now);
    }

    private static UUID publish(Monde monde, Public pour, String titre, Instant now) {
        return monde.bean(CahierDeLiaison.class)
                .publish(
                        new Redaction(List.of(pour), false, titre, TexteRiche.of("Ce qu’il dit."), now),
                        new Auteur(monde.compte(ENSEIGNANTE), monde.personne(ENSEIGNANTE)),
                        now);
    }
}
