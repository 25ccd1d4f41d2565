/** The policy in the lines that the editor writes. */
export const setHeader = (name: string, value: string): string => `<set-header name="${name}" exists-action="override">
            <value>${value}</value>
        </set-header>`;
