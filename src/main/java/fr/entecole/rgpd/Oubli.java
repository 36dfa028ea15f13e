package fr.entecole.rgpd;

import fr.entecole.annuaire.PersonnesOubliees;
import fr.entecole.socle.DonneesPersonnelles;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// When the directory forgets people, the whole house does: every module erases them in the same transaction, so that
/// nobody is half forgotten. What a module keeps, it declares, and purges at its term.
@Component
class Oubli {

    private final List<DonneesPersonnelles> modules;

    Oubli(List<DonneesPersonnelles> modules) {
        this.modules = modules;
    }

    @EventListener
    @Transactional
    void on(PersonnesOubliees oubliees) {
        modules.forEach(module -> module.erase(oubliees.personnes()));
    }
}
