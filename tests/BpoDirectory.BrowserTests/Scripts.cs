namespace BpoDirectory.BrowserTests;

/// <summary>Questions to a page that only the page itself can answer.</summary>
public static class Scripts
{
    /// <summary>
    /// Whether the focused element, or what is drawn over it, has an outline that can be seen, or its field a frame of the colour of the
    /// focus.
    /// </summary>
    public const string ShowsFocus =
        """
        element => [undefined, '::after'].some(part => {
          const style = getComputedStyle(element, part);
          return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && (part === undefined || style.content !== 'none');
        }) || [...element.parentElement.querySelectorAll(':scope > .mud-input-outlined-border')].some(frame => {
          const style = getComputedStyle(frame);
          const probe = document.body.appendChild(document.createElement('i'));
          probe.style.color = 'var(--accent)';
          const accent = getComputedStyle(probe).color;
          probe.remove();
          return parseFloat(style.borderTopWidth) >= 2 && style.borderTopColor === accent;
        })
        """;

    /// <summary>Whether some of the focused element, or of its label, can be seen: on the screen, and under nothing else.</summary>
    public const string IsInSight =
        """
        element => [element, ...(element.labels ?? [])].some(part => {
          const box = part.getBoundingClientRect();
          return [0.1, 0.3, 0.5, 0.7, 0.9].some(share => {
            const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height * share);
            return seen !== null && (part.contains(seen) || seen.contains(part));
          });
        })
        """;

    /// <summary>Ends when the page has not been scrolled for ten frames.</summary>
    public const string StandsStill =
        """
        async () => {
          for (let [frames, last] = [0, NaN]; frames < 10; frames = scrollY === last ? frames + 1 : 0, last = scrollY)
            await new Promise(requestAnimationFrame);
        }
        """;

    /// <summary>The targets that are too small to hit, after WCAG 2.2, 2.5.8: inline text and well-spaced targets are exempt.</summary>
    public const string SmallTargets =
        """
        () => {
          const size = 24;
          const boxOf = element => {
            const own = element.getBoundingClientRect();
            const cover = getComputedStyle(element, '::after');
            return cover.position === 'absolute' && cover.content !== 'none' ? element.offsetParent.getBoundingClientRect() : own;
          };
          const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary, [tabindex="0"]')]
            .filter(element => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !element.matches('.visually-hidden, .skip-link'))
            .map(element => ({ element, box: boxOf(element) }))
            .filter(({ box }) => box.width > 0 && box.height > 0);
          const isSmall = box => box.width < size - 0.5 || box.height < size - 0.5;
          const isInText = element => getComputedStyle(element).display === 'inline'
            && [...element.parentElement.childNodes].some(node => node.nodeType === 3 && node.textContent.trim().length > 1);
          const distance = (x, y, box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
          const isCrowded = ({ element, box }) => {
            const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
            return targets.some(other => other.element !== element && !other.element.contains(element) && (isSmall(other.box)
              ? Math.hypot(x - (other.box.left + other.box.right) / 2, y - (other.box.top + other.box.bottom) / 2) < size
              : !covers(other.box, box) && distance(x, y, other.box) < size / 2));
          };
          const covers = (outer, inner) => outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom;
          return targets.filter(target => isSmall(target.box) && !isInText(target.element) && isCrowded(target))
            .map(({ element, box }) => `${element.outerHTML.slice(0, 160)}: ${Math.round(box.width)} × ${Math.round(box.height)}`);
        }
        """;

    /// <summary>What is wider than the screen, if the page can be moved sideways.</summary>
    public const string Overflowing =
        """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
          : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .map(e => e.outerHTML.slice(0, 120))
        """;

    /// <summary>How many elements move or fade.</summary>
    public const string Moving =
        """
        () => [...document.querySelectorAll('*')].map(e => getComputedStyle(e))
          .filter(s => s.transitionDuration.split(', ').some(d => parseFloat(d) > 0.001) || s.animationName !== 'none' || s.scrollBehavior === 'smooth').length
        """;
}
