package fr.entecole.messagerie.reglages;

import fr.entecole.comptes.langues.LanguesDites;
import fr.entecole.socle.Lecture;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// « Je lis plus facilement en… », told to those who write to a family on paper.
@Component
class LanguesDesFamilles implements LanguesDites {

    @Override
    public Lecture<Map<UUID, String>> of(Collection<UUID> personnes) {
        return Lecture.whole(
                "select personne_id, langue from messagerie.choix where personne_id = any(:personnes) and langue <> ''",
                Map.of("personnes", personnes.toArray(UUID[]::new)),
                LanguesDites::codes);
    }
}
