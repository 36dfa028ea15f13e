package fr.entecole.messagerie.lecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.messagerie.Acces;
import fr.entecole.messagerie.Boite;
import fr.entecole.messagerie.Boite.Vue;
import fr.entecole.messagerie.LigneDeBoite;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Messages to read, each by its subject, two at most, and the ways to write and to the box.
@Component
class MessagerieTuile implements Tuile {

    private static final int SHOWN = 2;

    private final Boite boite;

    MessagerieTuile(Boite boite) {
        this.boite = boite;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return Acces.of(utilisateur).hasBox() && !utilisateur.ecoles().isEmpty();
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return boite.unread(utilisateur, SHOWN + 1).map(MessagerieTuile::parts);
    }

    private static List<Partie> parts(List<LigneDeBoite> unread) {
        List<Partie> parts = new ArrayList<>();
        unread.stream().limit(SHOWN).forEach(ligne -> parts.add(attend(ligne)));
        if (unread.size() > SHOWN) {
            parts.add(attend(t("D’autres messages à lire"), "", "/messagerie?vue=" + Vue.A_LIRE.code(), t("Ouvrir")));
        }
        parts.add(outil(12, t("Écrire un message"), "/messagerie/nouveau"));
        parts.add(outil(13, t("Tous mes messages"), "/messagerie"));
        return parts;
    }

    private static Partie outil(int ordre, String mot, String adresse) {
        return new Partie(
                Place.OUTIL, ordre, "socle/outil", Map.of("icone", "enveloppe", "mot", mot, "adresse", adresse));
    }

    private static Partie attend(LigneDeBoite ligne) {
        return attend(
                ligne.objet(),
                ligne.noms().isEmpty() ? t("Un message") : t("Message de {0}", ligne.noms()),
                Adresse.of("/messagerie/conversations/{id}", ligne.conversation()),
                t("Lire"));
    }

    private static Partie attend(String titre, String precision, String adresse, String bouton) {
        return new Partie(
                Place.ATTEND,
                14,
                "socle/attend",
                Map.of(
                        "icone",
                        "enveloppe",
                        "titre",
                        titre,
                        "precision",
                        precision,
                        "adresse",
                        adresse,
                        "bouton",
                        bouton));
    }
}
