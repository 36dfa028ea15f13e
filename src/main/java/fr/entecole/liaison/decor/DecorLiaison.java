package fr.entecole.liaison.decor;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.documents.Documents;
import fr.entecole.documents.Exigence;
import fr.entecole.documents.Reception;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.CahierDeLiaison.Propos;
import fr.entecole.liaison.CahierDeLiaison.Redite;
import fr.entecole.liaison.PiecesDesMots;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.SorteLiaison;
import fr.entecole.notifications.Besogne;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Decor.Monde;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Eleven mots of a month in five schools: some read, one corrected, one to a single child, one for the pupils too, one
/// that waits for its delivery and one for a later day.
@Component
class DecorLiaison implements Decor {

    private static final int ORDRE = 100;
    private static final String MONTPELLIER = "11";
    private static final String TOULOUSE = "16";
    private static final LocalTime AFTER_SCHOOL = LocalTime.of(16, 45);

    private final CahierDeLiaison cahier;
    private final Calendriers calendriers;
    private final Reperes reperes;
    private final Utilisateurs utilisateurs;
    private final Reception reception;
    private final Documents documents;
    private final Nouvelles nouvelles;
    private final List<Besogne> besognes;
    private final Clock clock;

    DecorLiaison(
            CahierDeLiaison cahier,
            Calendriers calendriers,
            Reperes reperes,
            Utilisateurs utilisateurs,
            Reception reception,
            Documents documents,
            Nouvelles nouvelles,
            List<Besogne> besognes,
            Clock clock) {
        this.cahier = cahier;
        this.calendriers = calendriers;
        this.reperes = reperes;
        this.utilisateurs = utilisateurs;
        this.reception = reception;
        this.documents = documents;
        this.nouvelles = nouvelles;
        this.besognes = besognes;
        this.clock = clock;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        var curie = reperes.ecole("0110358E");
        curie(new Scene(monde, calendriers.of(curie)), curie);
        elsewhere(monde);
        utilisateurs.forgetAll(); // those of a world that does not stand yet
    }

    private void curie(Scene scene, UUID curie) {
        var cm1 = Public.ofClasse(curie, reperes.classe(MONTPELLIER, "514"), Qui.RESPONSABLES);
        var toutes = Public.ofEcole(curie, Qui.RESPONSABLES);
        scene.write("Claire Estève", cm1, 26, "Photo de classe", """
                La photographe vient lundi matin. Un vêtement de couleur suffit, et le sourire.

                Claire Estève""")
                .read("Samira Benali", "Karim Benali", "Marion Calvet", "Julie Ferrier");
        scene.write("Hélène Castans", toutes, 19, "Le portail ouvre à 8 h 20", """
                À partir de lundi, le portail ouvre à 8 h 20 et ferme à 8 h 30.

                Hélène Castans, directrice""")
                .with(DessinsDuDecor.horaires(), "")
                .read("Samira Benali", "Marion Calvet");
        scene.write("Claire Estève", cm1, 12, "Des bottes pour le jardin", """
                Donnez des bottes à votre enfant chaque vendredi. Nous plantons derrière la cantine.

                # À apporter

                - des bottes, marquées au nom de l’enfant
                - un vieux pantalon
                - une graine, si vous en avez

                Claire Estève""")
                .with(DessinsDuDecor.jardin(), "Le plan du jardin\u00a0: quatre rangs derrière la cantine")
                .read("Samira Benali", "Fatou Amara", "Marion Calvet");
        scene.pupilsToo()
                .write("Claire Estève", cm1, 6, "Le cross de jeudi", """
                Jeudi, toute la classe court le cross. Une gourde, des chaussures de sport, et un encouragement.

                Les familles peuvent venir applaudir à 14 h, au stade.

                Claire Estève""")
                .with(DessinsDuDecor.parcours(), "Le parcours\u00a0: un tour du stade, départ devant les vestiaires")
                .read("Samira Benali", "Lise Bastide")
                .correct("Le cross de jeudi", """
                Jeudi, toute la classe court le cross. Une gourde, des chaussures de sport, et un encouragement.

                Les familles peuvent venir applaudir à 14 h 30, et non à 14 h, au stade.

                Claire Estève""");
        scene.write(
                "Claire Estève",
                Public.ofEleves(curie, Set.of(scene.monde.personne("Zoé Delmas")), Qui.RESPONSABLES),
                4,
                "Le cahier rouge",
                """
                Zoé a oublié son cahier rouge. Pouvez-vous le lui redonner demain ?

                Claire Estève""");
        scene.write("Claire Estève", cm1, -1, "Le bonnet de piscine", """
                La piscine commence bientôt. Il faut un bonnet, marqué au nom de l’enfant.

                Claire Estève""");
        scene.write("Hélène Castans", toutes, -8, "Conseil d’école", """
                Le conseil d’école se réunit mardi à 18 h. Vos représentants attendent vos questions.

                Hélène Castans, directrice""");
    }

    private void elsewhere(Monde monde) {
        classe(monde, "Bastien Rouquette", "0110359F", MONTPELLIER, "521", 7, "Le doudou du mercredi", """
                Pensez au doudou dans le sac. La sieste est plus douce avec lui.

                Bastien Rouquette""")
                .read("Samira Benali");
        classe(monde, "Sophie Roux", "0341406U", MONTPELLIER, "551", 5, "La bibliothèque", """
                Nous allons à la bibliothèque vendredi. Rendez les livres empruntés, même entamés.

                Sophie Roux""")
                .read("Anne Martin");
        classe(monde, "Mathieu Faure", "0311696A", TOULOUSE, "501", 10, "Le goûter d’automne", """
                Vendredi, nous goûtons ensemble. Apportez un fruit, la classe fait le reste.

                Mathieu Faure""");
        classe(monde, "Mathieu Faure", "0311710R", TOULOUSE, "502", 3, "Les tables de multiplication", """
                Les tables de 6 et de 7 se récitent jeudi. Cinq minutes le soir suffisent.

                Mathieu Faure""");
    }

    private Ecrit classe(
            Monde monde,
            String auteur,
            String uai,
            String academie,
            String classe,
            int days,
            String titre,
            String texte) {
        var ecole = reperes.ecole(uai);
        return new Scene(monde, calendriers.of(ecole))
                .write(
                        auteur,
                        Public.ofClasse(ecole, reperes.classe(academie, classe), Qui.RESPONSABLES),
                        days,
                        titre,
                        texte);
    }

    /// A school of the world on its day.
    private final class Scene {

        private final Monde monde;
        private final Calendrier calendrier;
        private boolean eleves;

        private Scene(Monde monde, Calendrier calendrier) {
            this.monde = monde;
            this.calendrier = calendrier;
        }

        /// The next one is for the pupils too.
        private Scene pupilsToo() {
            eleves = true;
            return this;
        }

        /// @param days before the day of the world; a negative one is asked for now, and delivered then
        private Ecrit write(String auteur, Public pour, int days, String titre, String texte) {
            var asked = monde.jour()
                    .minusDays(days)
                    .atTime(AFTER_SCHOOL)
                    .atZone(Calendrier.PARIS)
                    .toInstant();
            var now = days < 0 ? clock.instant() : asked;
            var by = new Auteur(monde.compte(auteur), monde.personne(auteur));
            var visible = calendrier.delivery(asked).orElse(asked);
            var said = new Redaction(List.of(pour), eleves, titre, TexteRiche.of(texte), visible);
            var mot = cahier.publish(said, by, now);
            eleves = false;
            if (!visible.isAfter(clock.instant())) {
                besognes.forEach(besogne -> tell(besogne, visible));
            }
            return new Ecrit(monde, by, pour.ecoleId(), mot, visible);
        }

        /// Bells ring on the day of the mot, not on that of the first start.
        private static void tell(Besogne besogne, Instant visible) {
            if (besogne.nom().equals("livraisons")) {
                besogne.work(visible);
            }
        }
    }

    /// A mot of the world, and who reads it an hour after it came; the last words are read by nobody yet.
    private final class Ecrit {

        private final Monde monde;
        private final Auteur auteur;
        private final UUID ecole;
        private final UUID mot;
        private final Instant visible;

        private Ecrit(Monde monde, Auteur auteur, UUID ecole, UUID mot, Instant visible) {
            this.monde = monde;
            this.auteur = auteur;
            this.ecole = ecole;
            this.mot = mot;
            this.visible = visible;
        }

        private Ecrit read(String... responsables) {
            var at = visible.plus(Duration.ofHours(1));
            if (at.isBefore(clock.instant())) {
                for (var responsable : responsables) {
                    var personne = monde.personne(responsable);
                    cahier.read(mot, 1, personne, List.of(personne), at);
                    utilisateurs
                            .of(monde.compte(responsable), null)
                            .ifPresent(lecteur -> nouvelles.read(lecteur, SorteLiaison.MOT_DE_LIAISON, mot));
                }
            }
            return this;
        }

        private Ecrit with(MultipartFile dessin, String alternative) {
            utilisateurs.of(auteur.compte(), null).ifPresent(by -> {
                var depots = reception.take(by, List.of(), List.of(dessin), alternative, Exigence.AUCUNE);
                documents.attach(by, PiecesDesMots.SALLE, mot, ecole, depots);
            });
            return this;
        }

        private void correct(String titre, String texte) {
            var at = visible.plus(Duration.ofHours(2));
            cahier.correct(mot, 1, new Propos(titre, TexteRiche.of(texte)), auteur, at, at, Redite.RIEN);
        }
    }
}
